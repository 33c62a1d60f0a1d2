"""Drives of other computers and folders that are synced are recognised by what the system says of them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.work.risky_place import NETWORK, Facts, risk_here, risk_of

LINUX = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:26 / /mnt/share rw,relatime shared:2 - {kind} {what} rw,vers=3.1
31 22 0:27 / /mnt/my\\040files rw - nfs4 10.0.0.1:/a\\040b rw
32 30 0:28 / /mnt/share/local rw - tmpfs tmpfs rw
33 22 0:29 / /mnt/both rw - cifs //srv/x rw
34 22 0:30 / /mnt/both rw - ext4 /dev/sdb1 rw
broken line
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//li@server/csr on /Volumes/csr (smbfs, nodev, nosuid, mounted by li)
/dev/disk5s1 on /Volumes/Stick (1) (exfat, local, nodev)
"""


def facts(system="linux", mounts="", exists=(), drives=None, dropbox=(), **variables) -> Facts:
    standing = {str(path) for path in exists}
    types = drives or {}
    return Facts(
        system, mounts, variables, lambda root: types.get(root, 3), lambda path: str(path) in standing, dropbox
    )


def told(path, known) -> tuple[str, str] | None:
    risk = risk_of(path, known)
    return (risk.code, risk.params["name"]) if risk else None


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "afs"])
def test_a_network_drive_of_linux_is_named(kind):
    known = facts(mounts=LINUX.format(kind=kind, what="//srv/csr"))
    assert told(PurePosixPath("/mnt/share/a/x.annals"), known) == ("place.share", f"//srv/csr, {kind}")


def test_a_mount_with_blanks_one_over_another_and_one_beside_it_are_told_apart():
    known = facts(mounts=LINUX.format(kind="cifs", what="//srv/csr"))
    assert told(PurePosixPath("/mnt/my files/x.annals"), known) == ("place.share", "10.0.0.1:/a b, nfs4")
    for local in ("/mnt/share/local/x.annals", "/mnt/shared/x.annals", "/mnt/both/x.annals", "/home/x.annals"):
        assert told(PurePosixPath(local), known) is None


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "fuseblk", "9p", "zfs", "fuse.ntfs-3g"])
def test_a_disk_of_this_computer_is_none(kind):
    known = facts(mounts=LINUX.format(kind=kind, what="/dev/sdc"))
    assert told(PurePosixPath("/mnt/share/x.annals"), known) is None
    assert kind not in NETWORK


def test_a_share_of_macos_is_named():
    known = facts("darwin", MAC)
    assert told(PurePosixPath("/Volumes/csr/x.annals"), known) == ("place.share", "//li@server/csr, smbfs")
    assert told(PurePosixPath("/Volumes/Stick (1)/x.annals"), known) is None
    assert told(PurePosixPath("/Users/li/x.annals"), known) is None


def test_a_share_of_windows_is_named_by_its_path_or_by_its_letter():
    known = facts("win32", drives={"Z:\\": 4})
    assert told(PureWindowsPath(r"\\srv\csr\a\x.annals"), known) == ("place.share", r"\\srv\csr")
    assert told(PureWindowsPath(r"Z:\a\x.annals"), known) == ("place.share", "Z:")
    assert told(PureWindowsPath(r"C:\a\x.annals"), known) is None
    assert told(PureWindowsPath(r"\\?\C:\a\x.annals"), known) is None


@pytest.mark.parametrize(("path", "name"), [
    (r"C:\Users\li\OneDrive\csr\x.annals", "OneDrive"),
    (r"C:\Users\li\OneDrive - 示例公司\x.annals", "OneDrive"),
    (r"C:\Users\li\Dropbox (公司)\x.annals", "Dropbox"),
    (r"C:\Users\li\Nutstore\1\我的坚果云\x.annals", "坚果云 Nutstore"),
    (r"C:\Users\li\iCloudDrive\x.annals", "iCloud"),
    (r"D:\BaiduSyncdisk\x.annals", "百度网盘"),
    (r"D:\WPSDrive\1\WPS云盘\x.annals", "WPS 云盘"),
    (r"C:\Users\li\Seafile\x.annals", "Seafile"),
    (r"G:\Google Drive\x.annals", "Google Drive"),
])  # fmt: skip
def test_a_synced_folder_of_windows_is_known_by_its_name(path, name):
    assert told(PureWindowsPath(path), facts("win32")) == ("place.synced", name)


@pytest.mark.parametrize(("path", "name"), [
    ("/Users/li/Library/Mobile Documents/com~apple~CloudDocs/x.annals", "iCloud"),
    ("/Users/li/Library/CloudStorage/OneDrive-Example/x.annals", "OneDrive"),
    ("/Users/li/Library/CloudStorage/GoogleDrive-li@example.com/My Drive/x.annals", "Google Drive"),
    ("/home/li/Nextcloud/x.annals", "Nextcloud"),
])  # fmt: skip
def test_a_synced_folder_of_other_systems_is_known_by_its_name(path, name):
    assert told(PurePosixPath(path), facts("darwin", MAC)) == ("place.synced", name)


def test_a_synced_folder_of_any_name_is_known_by_what_stands_in_it_and_by_what_the_system_says():
    path = PurePosixPath("/data/csr/2022/x.annals")
    assert told(path, facts(exists=["/data/csr/.stfolder"])) == ("place.synced", "Syncthing")
    assert told(path, facts(exists=["/data/.dropbox.cache"])) == ("place.synced", "Dropbox")
    assert told(path, facts(OneDriveCommercial="/data")) == ("place.synced", "OneDrive")
    assert told(path, facts(dropbox=("/data/csr",))) == ("place.synced", "Dropbox")
    assert told(path, facts(OneDrive="/else", dropbox=("/data/other",))) is None


@pytest.mark.parametrize(
    "path", ["/home/li/onedriver/x.annals", "/home/li/my dropbox notes/x.annals", "/home/icloud.annals"]
)
def test_a_name_that_only_looks_alike_is_none(path):
    assert told(PurePosixPath(path), facts()) is None


def test_a_folder_of_this_computer_is_asked_for_real(tmp_path: Path):
    assert risk_here(tmp_path / "x.annals") is None
    synced = tmp_path / "Dropbox" / "csr"
    synced.mkdir(parents=True)
    risk = risk_here(synced / "x.annals")
    assert risk is not None
    assert (risk.code, risk.params["name"]) == ("place.synced", "Dropbox")
    (tmp_path / "link").symlink_to(synced)
    assert risk_here(tmp_path / "link" / "x.annals") is not None
