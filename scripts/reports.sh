# Shell functions that read the reports of tests: JUnit's XML, in the files that are given.
# shellcheck shell=bash

# Prints how many tests of these reports passed, failed and were skipped.
count_tests() {
  (($#)) || { echo 0 0 0 && return; }
  awk '
    function number(name) {
      return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
    }
    FNR == 1 { seen = 0 }
    /<testsuite / && !seen {
      seen = 1
      tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped")
    }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }' "$@"
}

# Names the tests that failed, each with the first line of what it said, so that they need not be looked for further up.
name_failed() {
  awk '
    function attribute(name) {
      return match($0, " " name "=\"[^\"]*\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : ""
    }
    function plain(text) {
      gsub(/&#10;.*/, "", text)
      gsub(/&lt;/, "<", text)
      gsub(/&gt;/, ">", text)
      gsub(/&quot;/, "\"", text)
      gsub(/&amp;/, "\\&", text)
      return substr(text, 1, 300)
    }
    /<testcase / { test = attribute("classname") "." attribute("name") }
    /<(failure|error)[ >]/ { print "failed: " plain(test) ": " plain(attribute("message")) }' "$@"
}

# Prints the closing line, with the counts that count_tests gave; fails unless all is well.
conclude() {
  if (($3)); then
    echo "$1 passed, $2 failed, $3 skipped"
  else
    echo "$1 passed, $2 failed"
  fi
  (($1 && !$2))
}
