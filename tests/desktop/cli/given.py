"""Workspaces that tests of commands begin with."""

from dataclasses import replace

from schema.catalogue.compiled import with_hash
from schema.workspace import Workspace
from tests import shipped


def make_single(path, **outline):
    whole = shipped.definitions()
    report = replace(whole.outlines["csr-2022"], **outline)
    Workspace.create(path, with_hash(replace(whole, outlines={"csr-2022": report})), "编辑").close()
