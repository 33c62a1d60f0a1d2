"""Places that a workspace should not be kept in: drives of other computers, and folders that a sync program watches.

There two people may write at once, the connection may break in the middle, or an older copy may be put over the file
while it is open. Said in one sentence; nothing is forbidden.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from schema.errors import AnnalsError
from schema.grammar.location import Location

# As Linux (/proc/self/mountinfo) and macOS (mount) call what lies on another computer.
NETWORK = frozenset((
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "afs", "ceph", "lustre",
    "beegfs", "glusterfs", "ncpfs", "vboxsf", "sshfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd-fuse",
    "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.vmhgfs-fuse", "fuse.smbnetfs", "fuse.cifs",
))  # fmt: skip
_REMOTE_DRIVE = 4  # what Windows' GetDriveTypeW says of one

# Sync programs, each with the folders it makes (whole names, or beginnings that end in a star; small letters).
_FOLDERS: Mapping[str, tuple[str, ...]] = {
    "OneDrive": ("onedrive", "onedrive - *", "onedrive-*", "skydrive"),
    "Dropbox": ("dropbox", "dropbox (*", "dropbox-*"),
    "坚果云 Nutstore": ("nutstore", "nutstore files", "我的坚果云", "坚果云", "坚果云同步空间"),
    "iCloud": ("icloud drive", "iclouddrive", "icloud云盘", "com~apple~clouddocs", "mobile documents"),
    "Google Drive": ("google drive", "googledrive", "googledrive-*", "google 云端硬盘", "google 雲端硬碟"),
    "Seafile": ("seafile", "seadrive", "seadrive_root"),
    "百度网盘": ("baidusyncdisk", "baidunetdiskworkspace", "百度网盘同步空间", "百度网盘", "baiduyun"),
    "WPS 云盘": ("wpsdrive", "wps云盘", "wps网盘", "wps cloud files", "wps 云盘"),
    "Nextcloud": ("nextcloud", "owncloud"),
    "Syncthing": (),
}
# What such a program leaves in its own folder, or above it.
_MARKS: Mapping[str, tuple[str, ...]] = {
    "Dropbox": (".dropbox", ".dropbox.cache"),
    "Google Drive": (".tmp.drivedownload",),
    "坚果云 Nutstore": (".nutstore", ".nutstore_sync"),
    "Seafile": (".seafile-data",),
    "Nextcloud": (".owncloudsync.log", ".nextcloudsync.log"),
    "Syncthing": (".stfolder",),
}
_VARIABLES: Mapping[str, str] = {
    "OneDrive": "OneDrive", "OneDriveConsumer": "OneDrive", "OneDriveCommercial": "OneDrive"
}  # fmt: skip
_ESCAPED = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r"^(?P<what>.*?) on (?P<where>/.*) \((?P<kind>[^,()]+)[^()]*\)$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What this computer says of its places.

    `mounts` is what /proc/self/mountinfo (Linux) or the program mount (macOS) tells; `drive_type` is Windows'
    GetDriveTypeW; `exists` whether something stands at a path; `dropbox` the folders that Dropbox says are its own.
    """

    system: str
    mounts: str
    variables: Mapping[str, str]
    drive_type: Callable[[str], int]
    exists: Callable[[PurePath], bool]
    dropbox: tuple[str, ...] = ()


def risk_of(path: PurePath, facts: Facts) -> AnnalsError | None:
    """Return what is to be said of a workspace's place; None where it lies on a disk of this computer."""
    if synced := next(_syncing(path.parent, facts), ""):
        return AnnalsError("place.synced", path=str(path), name=synced)
    if share := _share(path, facts):
        return AnnalsError("place.share", path=str(path), name=share)
    return None


def risk_here(path: Location) -> AnnalsError | None:
    """Return what is to be said of a workspace's place on this computer; nothing of a database's."""
    if not isinstance(path, Path):
        return None
    try:
        facts = facts_here()
        return risk_of(Path(os.path.realpath(path)), facts) or risk_of(path.absolute(), facts)
    except (OSError, ValueError):  # what the system does not tell is no reason to say anything
        return None


def facts_here() -> Facts:
    """Ask this computer."""
    return Facts(sys.platform, _mounts(), os.environ, _drive_type, _exists, tuple(_dropbox()))


def _share(path: PurePath, facts: Facts) -> str:
    """Return what the drive of another computer is called; an empty text where the path lies on none."""
    if facts.system == "win32":
        drive = PureWindowsPath(path).drive
        if drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\")):
            return drive
        return drive if drive and facts.drive_type(drive + "\\") == _REMOTE_DRIVE else ""
    mounted = tuple(_mac(facts.mounts) if facts.system == "darwin" else _linux(facts.mounts))
    # The last of the longest: what was mounted later lies over what was there.
    over = [(where, kind, what) for where, kind, what in mounted if PurePosixPath(path).is_relative_to(where)]
    found = max(enumerate(over), key=lambda one: (len(one[1][0]), one[0]), default=None)
    if found is None:
        return ""
    _, (_, kind, what) = found
    return f"{what}, {kind}" if kind in NETWORK else ""


def _linux(mountinfo: str) -> Iterator[tuple[str, str, str]]:
    """Yield place, kind and source of each mount."""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        places, told = before.split(" "), after.split(" ")
        if separator and len(places) > 4 and len(told) > 1:
            yield _plain(places[4]), told[0], _plain(told[1])


def _mac(told: str) -> Iterator[tuple[str, str, str]]:
    for line in told.splitlines():
        if match := _MAC_MOUNT.match(line):
            yield match["where"], match["kind"], match["what"]


def _plain(text: str) -> str:
    """Return a name of mountinfo with the blanks that it writes as octal numbers."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _syncing(folder: PurePath, facts: Facts) -> Iterator[str]:
    """Yield the sync programs that watch a folder."""
    own = [(facts.variables.get(variable, ""), name) for variable, name in _VARIABLES.items()]
    own += [(place, "Dropbox") for place in facts.dropbox]
    for place, name in own:
        if place and folder.is_relative_to(type(folder)(place)):
            yield name
    parts = [part.casefold() for part in folder.parts[1:]]
    for name, folders in _FOLDERS.items():
        if any(_is_named(part, folders) for part in parts):
            yield name
    for above in (folder, *folder.parents):
        for name, marks in _MARKS.items():
            if any(facts.exists(above / mark) for mark in marks):
                yield name


def _is_named(part: str, folders: tuple[str, ...]) -> bool:
    return any(part.startswith(name[:-1]) if name.endswith("*") else part == name for name in folders)


def _mounts() -> str:
    if sys.platform == "darwin":
        import subprocess

        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    if sys.platform == "win32":
        return ""
    return Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape")


def _drive_type(root: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(root))


def _exists(path: PurePath) -> bool:
    return os.path.lexists(path)


def _dropbox() -> Iterator[str]:
    """Yield the folders that Dropbox has written down as its own."""
    homes = (os.environ.get("APPDATA", ""), os.environ.get("LOCALAPPDATA", ""))
    files = [Path.home() / ".dropbox" / "info.json", *(Path(home, "Dropbox", "info.json") for home in homes if home)]
    for file in files:
        try:
            told = json.loads(file.read_text("utf-8"))
            yield from (str(account["path"]) for account in told.values())
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
