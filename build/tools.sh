# What ./claviger and ./check share: getting what the machine lacks. Sourced by them, never run.

# Installs Debian packages, as root or through sudo; says what to do where neither is to be had.
install_packages() {
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Missing: $*. Install them as root: apt-get install -y --no-install-recommends $*" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  if ! command -v apt-get >/dev/null; then
    echo "Missing: $*. Install them with this system's package manager, then run the command again." >&2
    return 1
  fi
  echo "Installing $*" >&2
  "${as_root[@]}" apt-get update -qq >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

# Sets $dotnet to an SDK that global.json accepts: the one on PATH, else one in .dotnet, fetched when it is not there.
find_dotnet() {
  # The SDK itself would ask for libicu otherwise, which a bare system lacks.
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
  local found
  for found in "$(command -v dotnet || true)" "$PWD/.dotnet/dotnet"; do
    if [ -x "$found" ] && "$found" --version >/dev/null 2>&1; then
      dotnet=$(readlink -f "$found")
      export DOTNET_ROOT=${dotnet%/*}
      return
    fi
  done
  if ! command -v curl >/dev/null || [ ! -e /etc/ssl/certs/ca-certificates.crt ]; then
    install_packages curl ca-certificates
  fi
  echo "Fetching the .NET SDK into .dotnet" >&2
  local script
  script=$(mktemp)
  curl --fail --silent --show-error --location --retry 3 https://dot.net/v1/dotnet-install.sh --output "$script"
  bash "$script" --channel 10.0 --install-dir "$PWD/.dotnet" --no-path >&2
  rm -f "$script"
  dotnet=$PWD/.dotnet/dotnet
  export DOTNET_ROOT=$PWD/.dotnet
  "$dotnet" --version >/dev/null
}
