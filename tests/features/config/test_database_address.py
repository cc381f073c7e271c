"""Does everything that stands in DATABASE_URL reach the driver, and is what cannot reach it refused?"""

import pytest

from dekkend.config.backup.postgresql import _where
from dekkend.config.settings.environment import LIBPQ, postgresql

ADDRESS = "postgresql://kees:geheim%40@db.example:5433/dekkend"


def test_the_address_is_taken_apart():
    read = postgresql(ADDRESS)
    parts = {name: read[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")}
    assert parts == {"NAME": "dekkend", "USER": "kees", "PASSWORD": "geheim@", "HOST": "db.example", "PORT": "5433"}


def test_the_options_of_libpq_are_passed_on_beside_the_pool():
    options = postgresql(f"{ADDRESS}?sslmode=verify-full&sslrootcert=%2Fetc%2Froot.crt&connect_timeout=5")["OPTIONS"]
    assert options.pop("pool")["min_size"] == 1
    assert options == {"sslmode": "verify-full", "sslrootcert": "/etc/root.crt", "connect_timeout": "5"}


def test_a_backup_is_made_over_the_same_kind_of_connection():
    asked = _where(postgresql(f"{ADDRESS}?sslmode=verify-full&sslrootcert=/etc/root.crt"))
    assert "--dbname=dbname=dekkend sslmode=verify-full sslrootcert=/etc/root.crt" in asked
    assert "geheim" not in " ".join(asked)


def test_without_options_nothing_is_added():
    assert set(postgresql(ADDRESS)["OPTIONS"]) == {"pool"}


@pytest.mark.parametrize("wrong", ["ssl_mode=verify-full", "sslmode=require&pool=0", "password=x", "SSLMODE=require"])
def test_an_option_that_is_not_known_is_refused_by_name(wrong):
    with pytest.raises(ValueError, match=f"DATABASE_URL heeft onbekende opties: {wrong.split('&')[-1].split('=')[0]}"):
        postgresql(f"{ADDRESS}?{wrong}")


def test_the_driver_knows_each_option_that_we_pass_on():
    psycopg = pytest.importorskip("psycopg")
    known = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}
    newer = {"load_balance_hosts", "require_auth", "sslnegotiation"}  # of libpq 16 and 17
    assert known >= LIBPQ - newer
