"""The pure parts of building what people download; the whole of it is tests/test_bundle.py."""

import gzip
import json
import plistlib
import re
import struct
import sys
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tools.bundle import macos, windows
from tools.bundle.archives import write_sums, write_tar, write_zip
from tools.bundle.bill import bill, licence
from tools.bundle.binaries import libraries, reach
from tools.bundle.build_tools import EMBEDDED, pins
from tools.bundle.lock import environment_of, needed, project_requirements, read_lock
from tools.bundle.packages import LOCK, Package, Target
from tools.bundle.program import Build, copy_program, read_build
from tools.bundle.pruning import QT_MODULES, drop_sources, prune_packages
from tools.bundle.system_libraries import C_LIBRARY, ORDER, copy_lacking

ROOT = Path(__file__).parents[2]
LINES = """# a comment
one==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via two
Two_Words==2.1 ; python_full_version < '3.12' and sys_platform == 'win32' \\
    --hash=sha256:cc
"""
BUILD = Build("1.2", "abc", "2026-01-02", "f" * 64)


def test_a_lock_is_read_with_hashes_and_markers():
    one, two = read_lock(LINES)
    assert (one.line(), two.name, two.version) == ("one==1.0 --hash=sha256:aa --hash=sha256:bb", "two-words", "2.1")
    assert one.holds(environment_of("linux", "x86_64", "3.13.2"))
    assert two.holds(environment_of("windows", "AMD64", "3.11.9"))
    assert not two.holds(environment_of("windows", "AMD64", "3.12.0"))
    assert not two.holds(environment_of("macos", "arm64", "3.11.9"))


def test_the_lock_of_everything_names_what_the_other_names_in_the_same_versions():
    small = read_lock((ROOT / "requirements.txt").read_text("utf-8"))
    large = {(pin.name, pin.version) for pin in read_lock((ROOT / LOCK).read_text("utf-8"))}
    assert len(small) > 30
    assert {(pin.name, pin.version) for pin in small} <= large


def test_needed_follows_extras_and_markers_and_names_what_is_not_there():
    requires = {
        "a": ["b[fast]>=1", "c ; sys_platform == 'win32'"],
        "b": ["d ; extra == 'fast'", "e ; extra == 'slow'"],
        "d": [],
    }
    assert needed(["a"], requires, environment_of("linux", "x86_64", "3.11.7")) == {"a", "b", "d"}
    with pytest.raises(KeyError, match="c"):
        needed(["a"], requires, environment_of("windows", "AMD64", "3.11.7"))


def test_the_drafts_in_the_other_script_are_in_the_bundle():
    project = {"dependencies": ["one"], "optional-dependencies": {"hant": ["opencc"], "dev": ["ruff"]}}
    assert project_requirements(project) == ("one", "opencc")


def test_what_a_binary_asks_for_is_read_and_followed(tmp_path):
    name = "libc.so.6" if sys.platform == "linux" else ""
    assert not name or name in libraries(Path(sys.executable).resolve())
    (tmp_path / "text.so").write_text("no binary")
    assert libraries(tmp_path / "text.so") == ()
    asks = {"main.dll": ["Own.DLL", "KERNEL32.dll"], "own.dll": ["USER32.dll"], "loose.dll": []}
    for file, names in asks.items():
        (tmp_path / file).write_bytes(windows_library(names))
    own = {path.name: path for path in tmp_path.glob("*.dll")}
    kept, outside = reach([tmp_path / "main.dll"], own, lambda _: None)
    assert {path.name for path in kept} == {"main.dll", "own.dll"}
    assert outside == [("USER32.dll", None), ("KERNEL32.dll", None)]


def windows_library(names: list[str]) -> bytes:
    """A PE file of one section that imports these, and nothing else of it."""
    head, start = 0x80, 0x400
    table = b"".join(struct.pack("<IIIII", 0, 0, 0, start + 200 + 40 * at, 0) for at, _ in enumerate(names))
    body = table.ljust(200, b"\0") + b"".join(name.encode().ljust(40, b"\0") for name in names)
    optional = struct.pack("<H", 0x20B).ljust(120, b"\0") + struct.pack("<II", start, len(table))
    section = b".idata\0\0" + struct.pack("<IIII", len(body), start, len(body), start).ljust(32, b"\0")
    coff = struct.pack("<HHIIIHH", 0x8664, 1, 0, 0, 0, len(optional), 0)
    dos = b"MZ".ljust(60, b"\0") + struct.pack("<I", head)
    whole = dos.ljust(head, b"\0") + b"PE\0\0" + coff + optional + section
    return whole.ljust(start, b"\0") + body + b"\0" * 20


def test_libraries_that_only_fit_their_own_system_stay_behind(tmp_path):
    (tmp_path / "libz.so.1").write_text("z")
    wanted = [("libc.so.6", tmp_path / "libc.so.6"), ("libz.so.1", tmp_path / "libz.so.1"), ("libnone.so", None)]
    assert copy_lacking(wanted, tmp_path / "system") == ["libnone.so"]
    assert (tmp_path / "system" / ORDER).read_text("utf-8") == "libz.so.1\n"
    assert C_LIBRARY.fullmatch("ld-linux-x86-64.so.2")
    assert not C_LIBRARY.fullmatch("libcap.so.2")


def test_every_module_of_qt_that_the_window_imports_is_in_the_bundle():
    sources = "".join(path.read_text("utf-8") for path in (ROOT / "desktop").rglob("*.py"))
    imported = set(re.findall(r"(?:from|import) PySide6\.(\w+)", sources)) | set(
        re.findall(r"from PySide6 import (\w+)", sources)
    )
    assert imported == set(QT_MODULES)


def test_pruning_keeps_code_and_our_languages(tmp_path):
    data = tmp_path / "babel" / "locale-data"
    data.mkdir(parents=True)
    for name in ("root.dat", "en_HK.dat", "zh_Hant_HK.dat", "fr.dat", "zgh.dat"):
        (data / name).touch()
    for name in ("a/tests/b.py", "a/b.py", "a/b.pyi", "a-1.dist-info/RECORD", "a-1.dist-info/METADATA"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    prune_packages(tmp_path)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    locales = {f"babel/locale-data/{name}" for name in ("root.dat", "en_HK.dat", "zh_Hant_HK.dat")}
    assert left == {*locales, "a/b.py", "a-1.dist-info/METADATA"}


def test_a_source_goes_only_where_what_was_compiled_of_it_stays(tmp_path):
    (tmp_path / "lark").mkdir()
    for name in ("a.py", "a.pyc", "b.py"):
        (tmp_path / "lark" / name).touch()
    drop_sources(tmp_path)
    assert sorted(path.name for path in (tmp_path / "lark").iterdir()) == ["a.pyc", "b.py"]


def test_an_archive_has_the_same_bytes_each_time(tmp_path):
    folder = tmp_path / "annals-1"
    (folder / "sub").mkdir(parents=True)
    (folder / "annals").write_text("run")
    (folder / "annals").chmod(0o700)
    (folder / "sub" / "words").write_text("words")
    written = []
    for name in ("a", "b"):
        (folder / "sub" / "words").touch()
        (tmp_path / name).mkdir()
        write_tar(folder, tmp_path / name / "x.tar.gz", "2026-01-02")
        write_zip(folder, tmp_path / name / "x.zip", "2026-01-02")
        write_sums(tmp_path / name)
        written.append([path.read_bytes() for path in sorted((tmp_path / name).iterdir())])
    assert written[0] == written[1]
    assert b"annals-1/sub/words" in gzip.decompress(written[0][1])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("License-Expression: MIT\nLicense: other", "MIT"),
        ("License: BSD", "BSD"),
        ("Classifier: License :: OSI Approved :: MIT License\n", "MIT License"),
        ("Name: none", ""),
    ],
)
def test_a_licence_is_what_the_package_says(text, says):
    assert licence(HeaderParser().parsestr(text)) == says


def test_the_bill_names_every_package_with_hash_and_what_it_needs():
    said = HeaderParser().parsestr("License-Expression: MIT\nRequires-Dist: b>=1\nRequires-Dist: absent")
    packages = [Package("a", "1", said, "aa"), Package("b", "2", HeaderParser().parsestr(""), "bb")]
    target = Target("linux", "x86_64", "3.11.7")
    text = bill(BUILD, target, packages, [])
    told = json.loads(text)
    assert text == bill(BUILD, target, packages, [])
    assert [part["purl"] for part in told["components"]] == [
        "pkg:generic/python@3.11.7",
        "pkg:pypi/a@1",
        "pkg:pypi/b@2",
    ]
    assert told["components"][1]["hashes"] == [{"alg": "SHA-256", "content": "aa"}]
    assert {"ref": "pkg:pypi/a@1", "dependsOn": ["pkg:pypi/b@2"]} in told["dependencies"]
    assert {"name": "annals:lock", "value": f"sha256:{'f' * 64}"} in told["metadata"]["component"]["properties"]


def test_a_bundle_says_what_it_was_built_from(tmp_path):
    build = read_build(ROOT)
    assert re.fullmatch(r"\d+\.\d+\.\d+", build.version)
    assert len(build.lock) == 64
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", build.date)
    for name in ("desktop", "exporters", "schema", "resources"):
        (tmp_path / "from" / name).mkdir(parents=True)
        (tmp_path / "from" / name / "a.py").touch()
    copy_program(tmp_path / "from", tmp_path / "to", BUILD)
    assert json.loads((tmp_path / "to" / "resources" / "build.json").read_text("utf-8"))["commit"] == "abc"
    assert (tmp_path / "to" / "schema" / "a.py").is_file()


def test_a_python_for_windows_is_locked_for_each_minor_version_that_can_build_it():
    for minor, patch in windows.PATCHES.items():
        locked = [pin for pin in pins(ROOT) if pin.name == EMBEDDED and pin.holds({"python_version": minor})]
        assert [(pin.version.rpartition(".")[0], len(pin.hashes)) for pin in locked] == [(minor, 1)]
        assert patch.startswith(f"{minor}.")


def test_what_the_installer_puts_at_the_top_the_uninstaller_takes_away(tmp_path):
    script = (ROOT / "tools" / "bundle" / "installer.nsi").read_text("utf-8")
    removed = set(re.findall(r'Delete "\$INSTDIR\\(.+)"', script))
    for path in ("python", "packages"):
        (tmp_path / path).mkdir()
        assert f'"$INSTDIR\\{path}"' in script
    windows.write_top(ROOT, tmp_path)
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} | {"uninstall.exe"} == removed
    assert 'RMDir /r "$INSTDIR"' not in script  # somebody may keep a workspace there


def test_an_application_for_macos_opens_workspaces_and_packs(tmp_path):
    (tmp_path / "Resources").mkdir()
    macos.write_application(tmp_path, ROOT, BUILD)
    told = plistlib.loads((tmp_path / "Info.plist").read_bytes())
    assert [kind["CFBundleTypeExtensions"] for kind in told["CFBundleDocumentTypes"]] == [["annals"], ["annalspack"]]
    assert (tmp_path / "MacOS" / told["CFBundleExecutable"]).stat().st_mode & 0o100
    assert (tmp_path / "Resources" / told["CFBundleIconFile"]).is_file()
