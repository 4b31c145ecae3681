#!/bin/sh
# Runs a command with CUTSCORE_TEST_DB_URL naming a throw-away server of Debian's PostgreSQL 15 on
# loopback; the server and its files are gone afterwards.
set -eu
BIN=/usr/lib/postgresql/15/bin
[ -x "$BIN/postgres" ] || { printf '缺少 postgresql-15 / postgresql-15 is missing\n' >&2 && exit 3; }

folder=$(mktemp -d)
port=$((20000 + $$ % 20000))
as_owner() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$folder"
cd "$folder"

stop() {
    as_owner "$BIN/pg_ctl" -D "$folder/cluster" -m fast -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s\n' "$password" >"$folder/password"
[ "$(id -u)" -ne 0 ] || chown postgres:postgres "$folder/password"
as_owner "$BIN/initdb" -D "$folder/cluster" -U postgres -A scram-sha-256 --pwfile="$folder/password" \
    -k -E UTF8 --locale=C.UTF-8 >/dev/null
as_owner "$BIN/pg_ctl" -D "$folder/cluster" -w -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder" start >/dev/null

CUTSCORE_TEST_DB_URL="jdbc:postgresql://127.0.0.1:$port/postgres"
CUTSCORE_TEST_DB_USER=postgres
CUTSCORE_TEST_DB_PASSWORD=$password
export CUTSCORE_TEST_DB_URL CUTSCORE_TEST_DB_USER CUTSCORE_TEST_DB_PASSWORD
cd "$OLDPWD"
"$@"
