#!/bin/sh
# Sets up what the tests in this folder open the page with and check it by; a second run only checks.
cd "$(dirname "$0")" || exit

debian() {
    missing=""
    command -v chromium >/dev/null || missing="$missing chromium"
    command -v java >/dev/null || missing="$missing default-jre-headless"
    # shellcheck disable=SC2086
    [ -z "$missing" ] || {
        apt-get update -qq &&
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    }
}

javascript() {
    cmp -s package-lock.json node_modules/installed.json || {
        npm ci --silent --ignore-scripts && cp package-lock.json node_modules/installed.json
    }
}

for kind in debian javascript; do
    "$kind" || echo "tests/clients/page: not every $kind program could be installed; its tests are skipped" >&2
done
