#!/usr/bin/env bash
# Receivers that are not ours, for the tests of deliveries: Apache httpd with mod_dav, WsgiDAV, and the in-memory CMIS server of
# Apache Chemistry in Jetty, with cmislib to read back what we wrote. They go into .tools/ (not in git), Apache comes from Debian.
# What is missing on this machine is skipped, and says so; on the build server nothing may be missing.
set -uo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
tools="$here/.tools"
status=0

skip() {
  echo "OVERGESLAGEN: $1 ontbreekt op deze machine" >&2
  if [ "${CI:-}" = true ]; then status=1; fi
}

# Debian's packages, where this may be done without asking: as root on a build server.
debian() { # <command> <package…>
  command -v "$1" >/dev/null && return 0
  [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  shift
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

python_tool() { # <folder> <module> <package…>
  local python="$tools/$1/bin/python" module="$2"
  [ -x "$python" ] && "$python" -c "import $module" 2>/dev/null && return 0
  command -v python3 >/dev/null || return 1
  shift 2
  python3 -m venv "${python%/bin/python}" >/dev/null && "$python" -m pip install --quiet --disable-pip-version-check "$@"
}

artifact() { # <group:name:version:type>
  mvn -q -B -ntp org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="$1" -DoutputDirectory="$tools/opencmis" >/dev/null 2>&1
}

# The war as it is, with the two bindings we speak to: its web services want a library Java no longer has.
opencmis() {
  [ -f "$tools/opencmis/ready" ] && return 0
  command -v java >/dev/null && command -v mvn >/dev/null && command -v unzip >/dev/null || return 1
  mkdir -p "$tools/opencmis/war"
  artifact org.apache.chemistry.opencmis:chemistry-opencmis-server-inmemory:1.1.0:war || return 1
  artifact org.eclipse.jetty:jetty-runner:9.4.57.v20241219:jar || return 1
  (cd "$tools/opencmis/war" && unzip -qq -o ../chemistry-opencmis-server-inmemory-1.1.0.war) || return 1
  cp "$here/test/peers/opencmis-web.xml" "$tools/opencmis/war/WEB-INF/web.xml"
  sed -i 's/^InMemoryServer.MaxSize=.*/InMemoryServer.MaxSize=2147483647/; s/^RepositoryFiller.Enable=.*/RepositoryFiller.Enable=false/;
    s/^InMemoryServer.EncryptTempFiles=.*/InMemoryServer.EncryptTempFiles=false/; s/^# *InMemoryServer.MaxContentSizeKB=.*/InMemoryServer.MaxContentSizeKB=2000000/' \
    "$tools/opencmis/war/WEB-INF/classes/repository.properties"
  touch "$tools/opencmis/ready"
}

debian apache2 apache2-bin || [ -x /usr/sbin/apache2 ] || skip 'Apache httpd (Debian: apache2-bin)'
python_tool wsgidav wsgidav 'wsgidav==4.4.0' 'cheroot==11.1.2' || skip 'WsgiDAV, of python3 (met venv en toegang tot het pakketregister)'
debian java openjdk-17-jre-headless; debian mvn maven; debian unzip unzip
opencmis || skip 'OpenCMIS, of Java, Maven of unzip (met toegang tot het pakketregister)'
python_tool cmislib cmislib 'cmislib==0.7.0' || skip 'cmislib, of python3 (met venv en toegang tot het pakketregister)'
exit "$status"
