#!/bin/sh
# Change one thing at a time in the code that must not err, in a copy of the tree, and list what no
# test notices in build/mutants.txt. ARGS names mutants by mutmut's pattern, as
# a4s_gui.geometry.mating.*; results of an earlier run are taken over where nothing has changed.
set -eu
cd "$(dirname "$0")/.."

here=$PWD
tree=build/mutate/tree
python=build/mutate/venv/bin/python

if [ ! -x build/mutate/venv/bin/mutmut ]; then
    .venv/bin/python -m venv build/mutate/venv
    # What the tests need is there already; only mutmut comes on top.
    "$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))' | {
        read -r own
        .venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))' \
            >"$own/of-the-project.pth"
    }
    "$python" -m pip install -qq --disable-pip-version-check "mutmut>=3.8,<4"
fi

mkdir -p "$tree"
for name in a4s_gui resources tests docs packaging pyproject.toml README.md CHANGELOG.md; do
    rm -rf "${tree:?}/$name"
    cp -R -p "$name" "$tree/$name"
done
cd "$tree"
find a4s_gui/boards a4s_gui/catalog/part_numbers a4s_gui/geometry -name "*.py" \
    -exec "$here/$python" tests/uncached.py {} +
status=0
"$here/build/mutate/venv/bin/mutmut" run "$@" || status=$?
"$here/build/mutate/venv/bin/mutmut" results >"$here/build/mutants.txt"
sed 's/.*: //' "$here/build/mutants.txt" | sort | uniq -c
echo "see build/mutants.txt, and what a mutant is by: cd $tree && ../venv/bin/mutmut show NAME"
exit "$status"
