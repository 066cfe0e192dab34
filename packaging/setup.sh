#!/bin/sh
# Make .venv ready to run and test the program: the system libraries that Qt loads, a virtual
# environment, the locked packages and the project itself. What is there is left alone, and nothing
# is said when nothing is missing. PYTHON=/path/to/python chooses the interpreter. With the argument
# "interop" also the programs that `make interop` reads exported files with.
set -eu
cd "$(dirname "$0")/.."

programs=${1:-}
venv=.venv
lock=packaging/requirements-dev.lock

say() { echo "setup: $*" >&2; }
die() {
    say "$*"
    exit 1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.13 python3.12 python3.11 python3
    fi
    for python; do
        if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            return
        fi
    done
    die "no Python 3.11 or newer (tried: $*); install one, or name it: make PYTHON=/path/to/python3"
}

missing_packages() {
    # shellcheck disable=SC2086 # an argument or none
    "$python" -I packaging/missing.py $programs | cut -d ' ' -f 1 | sort -u | xargs
}

# As root or with a sudo that does not ask, apt-get installs; anyone else is told what to type.
install_system_packages() {
    packages=$(missing_packages)
    [ -n "$packages" ] || return 0

    by_hand="sudo apt-get install --no-install-recommends -y $packages"
    if ! command -v apt-get >/dev/null; then
        die "missing, by the names of Debian's packages: $packages"
    elif [ "$(id -u)" -eq 0 ]; then
        sudo=
    elif sudo -n true 2>/dev/null; then
        sudo="sudo -n"
    else
        die "system packages are missing; install them with: $by_hand"
    fi

    say "installing system packages: $packages"
    as_root apt-get -q update || say "apt-get update failed; trying with the lists at hand"
    if ! apt_install; then
        as_root dpkg --configure -a # finishes an installation that was cut off
        apt_install || die "that failed, see above; by hand: sudo apt-get update && $by_hand"
    fi
    packages=$(missing_packages)
    [ -z "$packages" ] || die "still not to be found after installing: $packages"
}

as_root() { $sudo env DEBIAN_FRONTEND=noninteractive "$@" >/dev/null; }
apt_install() {
    # shellcheck disable=SC2086 # a list of packages
    as_root apt-get -q -o DPkg::Lock::Timeout=300 install --no-install-recommends -y $packages
}

# A stamp in .venv names what it was made from; it is written last, so half a set-up has none.
fresh() { [ "$(cat "$venv/$1" 2>/dev/null)" = "$2" ]; }
pip() { "$venv/bin/python" -m pip -qq --disable-pip-version-check "$@"; }

find_python
install_system_packages

version=$("$python" -c 'import sys; print(*sys.version_info[:2], sep=".")')
environment="$version $PWD $(cksum <"$lock")"
project="$environment $(cat pyproject.toml a4s_gui/__init__.py | cksum)"

if ! fresh environment.stamp "$environment" || ! "$venv/bin/python" -c '' 2>/dev/null; then
    say "making $venv with Python $version"
    "$python" -m venv --clear "$venv"
    # The lock names everything. Older pips would look for what another package wants with an
    # extra, coverage[toml], and take one that came out after the lock.
    pip install --no-deps --require-hashes -r "$lock"
    echo "$environment" >"$venv/environment.stamp"
fi

if ! fresh project.stamp "$project"; then
    pip install --no-deps --no-build-isolation -e .
    echo "$project" >"$venv/project.stamp"
fi
