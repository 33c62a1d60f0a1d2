"""`annals --version`: a download names its build, sources say that they are sources, in three languages."""

import json
import re

import pytest

from desktop.cli.main import main
from desktop.cli.speaker import Speaker
from desktop.cli.version_line import version_line
from desktop.work.data_files import resources_folder
from desktop.work.program_build import FILE

FACTS = {"version": "1.2.3", "commit": "0123456789ab", "date": "2026-01-02", "lock": "abcdef0123456789"}


@pytest.fixture
def bundle(tmp_path):
    """Resources as a bundle has them, that say the program's own words."""
    for path in resources_folder().iterdir():
        (tmp_path / path.name).symlink_to(path)
    return tmp_path


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_a_download_names_version_commit_day_and_lock_file(bundle, language):
    (bundle / FILE).write_text(json.dumps(FACTS), "utf-8")
    line = version_line(Speaker(language, bundle))
    assert line.startswith("annals 1.2.3")
    assert all(words in line for words in ("0123456789ab", "2026-01-02", "abcdef012345"))
    assert "abcdef0123456" not in line


def test_a_download_of_what_git_did_not_keep_says_so(bundle):
    (bundle / FILE).write_text(json.dumps(FACTS | {"commit": ""}), "utf-8")
    assert "git" in version_line(Speaker("en", bundle))


@pytest.mark.parametrize(("language", "words"), [("zh-Hans", "源文件"), ("zh-Hant", "原始檔案"), ("en", "sources")])
def test_sources_say_that_they_are_sources(capsys, language, words):
    with pytest.raises(SystemExit):
        main(["--version", "--language", language])
    line = capsys.readouterr().out
    assert re.match(r"annals \d+\.\d+\.\d+", line)
    assert words in line
