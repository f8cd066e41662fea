"""Files that are whole or absent."""

import errno
import os
import stat

import pytest

from cica_events import FileError, files
from cica_events.files import atomic, read


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "cica.ics"
    path.write_bytes(b"old")
    return path


def save(path, data=b"new", error=None):
    with atomic(path) as file:
        file.write(data)
        if error:
            raise error


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_there_when_all_of_it_is_written(tmp_path):
    path = tmp_path / "cica.ics"
    with atomic(path) as file:
        file.write(b"whole")
        assert not path.exists()
    assert path.read_bytes() == b"whole"
    assert names(tmp_path) == ["cica.ics"]


def test_an_old_file_is_replaced_and_hands_on_its_permissions(old):
    old.chmod(0o604)
    with atomic(old) as file:
        file.write(b"new")
        assert old.read_bytes() == b"old"
    assert old.read_bytes() == b"new"
    assert stat.S_IMODE(old.stat().st_mode) == 0o604


def test_a_new_file_has_the_permissions_that_the_user_asks_for(tmp_path):
    mask = os.umask(0o027)
    try:
        with atomic(tmp_path / "cica.ics"):
            pass
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "cica.ics").stat().st_mode) == 0o640


@pytest.mark.parametrize("error", [ValueError("ours"), KeyboardInterrupt(), FileError("inner")])
def test_an_error_while_writing_leaves_the_old_file_and_nothing_else(old, error):
    with pytest.raises(type(error)):
        save(old, error=error)
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["cica.ics"]


FULL = OSError(errno.ENOSPC, "No space left on device")


def test_a_disk_that_fills_while_writing_leaves_the_old_file_and_nothing_else(old):
    with pytest.raises(FileError, match=r"cica\.ics: No space left on device"):
        save(old, error=FULL)
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["cica.ics"]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_disk_that_fills_at_the_end_leaves_the_old_file_and_nothing_else(old, monkeypatch, call):
    def fail(*_):
        raise FULL

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(FileError, match=r"cica\.ics: No space left on device"):
        save(old)
    assert old.read_bytes() == b"old"
    assert names(old.parent) == ["cica.ics"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110
def test_a_disk_that_is_really_full_is_said_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "_created", lambda _: open("/dev/full", "wb"))  # noqa: SIM115, PTH123
    path = tmp_path / "cica.ics"
    with pytest.raises(FileError, match=r"cica\.ics: No space left on device"):
        save(path, b"x" * 100_000)
    assert names(tmp_path) == []


def test_a_folder_that_cannot_be_written_is_said(old, monkeypatch):
    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(files.os, "open", refuse)  # the tests may run as root, who may write all
    with pytest.raises(FileError, match=r"cica\.ics: Permission denied"):
        save(old)
    monkeypatch.undo()
    assert names(old.parent) == ["cica.ics"]


def test_a_folder_that_cannot_be_synced_is_passed_over(tmp_path, monkeypatch):
    monkeypatch.setattr(files.os, "O_RDONLY", os.O_WRONLY)  # no folder opens for writing
    save(tmp_path / "cica.ics", b"whole")
    assert read(tmp_path / "cica.ics") == b"whole"


def test_a_folder_that_is_missing_is_said(tmp_path):
    path = tmp_path / "no" / "cica.ics"
    with pytest.raises(FileError, match=r"cica\.ics: there is no folder .*/no$"):
        save(path)


@pytest.mark.parametrize("kind", ["folder", "link", "dangling link", "pipe"])
def test_what_is_no_regular_file_is_not_replaced(tmp_path, kind):
    path, target = tmp_path / "cica.ics", tmp_path / "target"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to(target)
        if kind == "link":
            target.write_bytes(b"old")
    before = names(tmp_path)
    with pytest.raises(FileError, match="is not a regular file, so it is not replaced"):
        save(path)
    assert names(tmp_path) == before
    assert kind != "link" or target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_file_can_have_is_said(tmp_path, name):
    with pytest.raises(FileError):
        save(tmp_path / name)
    with pytest.raises(FileError):
        read(tmp_path / name)
    assert names(tmp_path) == []


@pytest.mark.parametrize("look", [files.exists, files.is_folder, files.permissions])
def test_what_cannot_be_looked_at_is_said(tmp_path, look):
    assert not look(tmp_path / "missing" / "below")
    for name in ("a\0b", "x" * 300):
        with pytest.raises(FileError):
            look(tmp_path / name)


def test_a_name_is_said_so_that_it_can_be_seen(tmp_path):
    with pytest.raises(FileError, match=r"a<U\+001B>b: No such file or directory"):
        read(tmp_path / "a\x1bb")


def make_and_fail(folder):
    with files.made(folder):
        raise KeyError


def test_folders_that_were_made_for_nothing_are_gone(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(KeyError):
        make_and_fail(tmp_path / "a" / "b" / "c")
    assert names(tmp_path / "a") == []


def test_a_folder_that_cannot_be_made_is_said(old):
    with pytest.raises(FileError, match=r"cica\.ics: is not a folder"):
        make_and_fail(old)
    with pytest.raises(FileError, match="below: Not a directory"):
        make_and_fail(old / "below")


def test_a_file_is_read_whole(old):
    assert read(old) == b"old"


def test_a_file_that_cannot_be_read_is_said(tmp_path):
    with pytest.raises(FileError, match="missing: No such file or directory"):
        read(tmp_path / "missing")
    with pytest.raises(FileError, match="Is a directory"):
        read(tmp_path)


def test_a_writer_that_is_killed_leaves_only_what_is_known_as_left_over(old):
    child = os.fork()
    if not child:
        with atomic(old) as file:
            file.write(b"half")
            file.flush()
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert old.read_bytes() == b"old"
    left = [path for path in old.parent.iterdir() if path != old]
    assert left == list(old.parent.glob(files.LEFTOVERS))
    assert len(left) == 1
