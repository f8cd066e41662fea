#!/bin/sh
# Sets up the libraries that the benchmarks compare us with; a second run only checks.
cd "$(dirname "$0")" || exit
venv=../.venv-bench

debian() {
    missing=""
    dpkg -s libical3 2>/dev/null | grep -q '^Status: install ok installed' || missing="libical3"
    command -v node >/dev/null || missing="$missing nodejs npm"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    }
}

python() {
    cat requirements.txt ../pyproject.toml | cmp -s - "$venv/installed.txt" || {
        python3 -m venv "$venv" &&
            "$venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt -e .. &&
            cat requirements.txt ../pyproject.toml >"$venv/installed.txt"
    }
}

javascript() {
    cmp -s package-lock.json node_modules/installed.json || {
        npm ci --silent --ignore-scripts && cp package-lock.json node_modules/installed.json
    }
}

python || exit
for kind in debian javascript; do
    "$kind" || echo "benchmarks: not every $kind library could be installed; it is left out" >&2
done
