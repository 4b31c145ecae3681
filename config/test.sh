#!/bin/sh
# The whole test suite, as ./cutscore test runs it: installs the Debian packages the tests use, then
# builds and tests every module, then the server's module tests once more on Debian's PostgreSQL.
set -eu
HOUSE=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd "$HOUSE"

usage() {
    cat <<'END'
./cutscore test [--embedded-only]

全部测试：单元、性质、模块、浏览器；先在内置 PostgreSQL 18 上，再在 Debian 的 15 上。
The whole suite: unit, property, module and browser tests; on the embedded PostgreSQL 18 first, then
on Debian's 15.

  --embedded-only   只用内置数据库 / the embedded database only
END
}

again=yes
for word in "$@"; do
    case $word in
    --embedded-only) again=no ;;
    -h | --help) usage && exit 0 ;;
    *) printf '不认识的选项 / unknown option: %s\n' "$word" >&2 && exit 2 ;;
    esac
done

# command:package — a browser, a second PDF reader, a PDF structure checker, a QR reader, a second
# verifier of signatures, another language, Debian's own PostgreSQL, a second
# spreadsheet.
NEEDED='chromium:chromium pdfsig:poppler-utils qpdf:qpdf zbarimg:zbar-tools openssl:openssl python3:python3
    soffice:libreoffice-calc-nogui
    /usr/lib/postgresql/15/bin/postgres:postgresql-15 /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc:fonts-noto-cjk'

missing=
for pair in $NEEDED; do
    thing=${pair%%:*}
    case $thing in
    /*) [ -e "$thing" ] || missing="$missing ${pair#*:}" ;;
    *) command -v "$thing" >/dev/null 2>&1 || missing="$missing ${pair#*:}" ;;
    esac
done
if [ -n "$missing" ]; then
    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
        printf '测试还需要这些软件包，请先安装 / The tests need these packages, install them first:%s\n' "$missing" >&2
        exit 3
    fi
    printf '安装测试所需 / installing for the tests:%s\n' "$missing" >&2
    apt-get update -q >/dev/null
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing >/dev/null
fi

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
mvn -B -ntp verify

[ "$again" = yes ] || exit 0
sh "$HOUSE/config/debian-postgresql.sh" \
    mvn -B -ntp -pl kernel,sheet,server test -Djacoco.skip=true -Dspotless.check.skip=true \
    -Dforbiddenapis.skip=true -Dgroups=database -Dsurefire.failIfNoSpecifiedTests=false
