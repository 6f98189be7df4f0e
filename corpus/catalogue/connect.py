"""Opens the database, brings its tables up to date, and turns its errors into messages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError

from corpus.errors import UnavailableError, UsageError

HEAD = "0005"
"""The newest migration; a test holds it against the folder of migrations."""

_MIGRATION_LOCK = 7_201_953  # any numbers that no other program uses for its advisory locks
WRITER_LOCK = 7_201_954
_LONGEST_WAIT = 60  # seconds for another process to end its transaction


def connect(url: str) -> Engine:
    """An engine on the database at ``url`` with all migrations applied.

    Raises:
        UsageError: if the URL cannot be read or names a database that is not supported.
        UnavailableError: if the database does not answer, cannot be written, or is newer than this program.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() not in ("sqlite", "postgresql"):
            raise UsageError(
                f"The catalogue cannot live in {address.get_backend_name()}.", "Use SQLite or PostgreSQL."
            )
        if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
            raise UsageError(
                "The catalogue needs a file.", "Write ZHIKU_DATABASE_URL as sqlite:////folder/file.sqlite."
            )
        if address.get_backend_name() == "sqlite" and address.database:
            _make_folder(Path(address.database).parent)
        engine = create_engine(address, pool_pre_ping=address.get_backend_name() != "sqlite")
    except (ArgumentError, NoSuchModuleError) as error:
        raise UsageError(f"ZHIKU_DATABASE_URL cannot be used: {error}") from None
    if address.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    with translated(engine):
        _migrate(engine)
    return engine


@contextmanager
def translated(engine: Engine) -> Iterator[None]:
    """Turns a driver's error into one that a person can act on.

    Raises:
        UsageError: if the database works but cannot take a value: one that is no text, or longer than it can be.
        UnavailableError: otherwise, naming the database and the cure.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise UsageError("What was given holds characters that are none.", "Write it anew.") from None
    except DBAPIError as error:
        if _refuses_value(error):
            raise UsageError(f"The catalogue cannot take a value: {error.orig}.", "Shorten it.") from error
        where = engine.url.render_as_string(hide_password=True)
        cause = str(error.orig).strip().splitlines()[0] if error.orig else type(error).__name__
        message = f"The catalogue at {where} failed: {cause}."
        raise UnavailableError(message, _cure(cause), code="catalogue_failed") from error


def _refuses_value(error: DBAPIError) -> bool:
    state = str(getattr(error.orig, "sqlstate", None) or "")
    return isinstance(error, DataError) or state.startswith(
        "54"
    )  # 54: a limit of PostgreSQL, as of an index's rows


@contextmanager
def one_writer(engine: Engine) -> Iterator[None]:
    """Keeps other processes from writing to the same SQLite file; PostgreSQL has a lock of its own for that.

    SQLite cannot turn a reading transaction into a writing one while somebody else writes: waiting before the first
    read is the cure.
    """
    if engine.url.get_backend_name() != "sqlite" or not engine.url.database:
        yield
        return
    place = f"{engine.url.database}.lock"
    lock = FileLock(place, thread_local=False)
    try:
        lock.acquire(timeout=_LONGEST_WAIT)
    except Timeout:
        raise UnavailableError(
            f"Another process is writing to the catalogue (it holds {place}).",
            "Wait for it, then run it again.",
            code="catalogue_busy",
        ) from None
    except OSError as error:
        raise UnavailableError(
            f"The catalogue at {engine.url.database} cannot be written: {error.strerror or error}.",
            _cure(str(error)),
            code="catalogue_failed",
        ) from None
    try:
        yield
    finally:
        lock.release()


def _cure(cause: str) -> str:
    lowered = cause.lower()
    if "full" in lowered or "no space" in lowered:
        return "Free some disk space and run the same command again; what was stored is kept."
    if "locked" in lowered:
        return "Another process is writing: wait for it, then run the same command again."
    if (
        "readonly" in lowered
        or "read-only" in lowered
        or "permission" in lowered
        or "unable to open" in lowered
    ):
        return "Give yourself the right to write there, or choose another folder with --home."
    if "malformed" in lowered or "not a database" in lowered:
        return "Put a copy of the file back, or move it away and read the documents again."
    return "See that the server runs and that ZHIKU_DATABASE_URL is right, then run the same command again."


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnavailableError(
            f"The folder {folder} cannot be made: {error.strerror}.",
            "Choose another one with --home.",
            code="catalogue_failed",
        ) from None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    # WAL: readers go on while one process writes, and a kill leaves the last commit.
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "busy_timeout=15000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _migrate(engine: Engine) -> None:
    """Applies what is missing, one process at a time. Alembic is imported only where there is work for it."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    if engine.url.get_backend_name() == "sqlite" and engine.url.database:
        with one_writer(engine):
            _upgrade(engine)
    else:
        with engine.connect() as connection:
            connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _MIGRATION_LOCK})
            try:
                _upgrade(engine)
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _MIGRATION_LOCK})


def _upgrade(engine: Engine) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util.exc import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    with engine.begin() as connection:
        if _revision(connection) == HEAD:
            return
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            where = engine.url.render_as_string(hide_password=True)
            raise UnavailableError(
                f"The catalogue at {where} was made by a newer version of Zhiku ({error}).",
                "Update Zhiku.",
                code="catalogue_newer",
            ) from error
