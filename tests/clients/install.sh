#!/bin/sh
# Sets up the programs that the tests in this folder read our feeds with; a second run only checks.
cd "$(dirname "$0")" || exit
venv="${CICA_CLIENTS_VENV:-../../.venv-clients}"

debian() {
    missing=""
    for package in calcurse libical3 ruby ruby-icalendar chromium thunderbird tzdata; do
        dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || missing="$missing $package"
    done
    # shellcheck disable=SC2086
    [ -z "$missing" ] || {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    }
}

python() {
    cmp -s requirements.txt "$venv/installed.txt" || {
        python3 -m venv "$venv" &&
            "$venv/bin/pip" install -q --disable-pip-version-check -r requirements.txt &&
            cp requirements.txt "$venv/installed.txt"
    }
}

javascript() {
    cmp -s package-lock.json node_modules/installed.json || {
        npm ci --silent --ignore-scripts && cp package-lock.json node_modules/installed.json
    }
}

for kind in debian python javascript; do
    "$kind" || echo "tests/clients: not every $kind program could be installed; its tests are skipped" >&2
done
