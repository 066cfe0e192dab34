#!/bin/sh
# Resolve the dependencies of pyproject.toml anew, for every platform and every Python from 3.11 on,
# with the hash of each file. Uses the uv on the path, or one of its own in build/.
set -eu
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    python="${PWD}/.venv/bin/python"
    "$python" -m venv build/uv
    build/uv/bin/python -m pip install -qq --disable-pip-version-check uv
    PATH="$PWD/build/uv/bin:$PATH"
fi

compile() {
    uv pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --upgrade \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml "$@"
}

compile --group dev --output-file packaging/requirements-dev.lock
compile --constraint packaging/requirements-dev.lock --output-file packaging/requirements.lock
compile --group package --constraint packaging/requirements.lock \
    --output-file packaging/requirements-package.lock
