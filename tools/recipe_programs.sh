#!/bin/sh
# What the tests of the publishing recipes run, rsync and nginx, where they can be had from Debian; where not, those tests are
# skipped and say so. nginx is unpacked into the given folder, not installed: its package would start a web server here.
set -u
place=$1
quiet="-qq -o Acquire::Retries=0 -o Acquire::http::Timeout=20 -o APT::Sandbox::User=root"

has() { command -v "$1" >/dev/null; }
root() { [ "$(id -u)" = 0 ]; }
has_nginx() { has nginx || [ -x /usr/sbin/nginx ] || [ -x "$place/usr/sbin/nginx" ]; }

unpack() {
    mkdir -p "$place" && cd "$place" || return
    # shellcheck disable=SC2086 - several words
    apt-get download $quiet nginx nginx-common && for package in *.deb; do dpkg-deb -x "$package" .; done
    rm -f ./*.deb
}

has rsync && has_nginx && exit 0
if has apt-get; then
    # shellcheck disable=SC2086 - several words
    root && apt-get update $quiet
    # shellcheck disable=SC2086 - several words
    has rsync || { root && DEBIAN_FRONTEND=noninteractive apt-get install -y $quiet rsync >/dev/null; }
    has_nginx || (unpack)
fi
has rsync || echo "rsync is missing: the test of its recipe will be skipped" >&2
has_nginx || echo "nginx is missing: the tests of its recipe will be skipped" >&2
exit 0
