#!/bin/sh
# Starts the Switchboard that this file lies in, with its arguments; a link to this file does the same.
file=$0
while [ -L "$file" ]; do
  target=$(readlink "$file")
  case $target in
    /*) file=$target ;;
    *) file=$(dirname "$file")/$target ;;
  esac
done
exec "$(dirname "$file")/../../MacOS/Switchboard" "$@"
