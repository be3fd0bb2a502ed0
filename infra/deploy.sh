#!/usr/bin/env bash
# Puts RetroBot into a resource group, and renews what is there: it can be run again at any time.
# Bash, since it is the shell of the Azure Cloud Shell, of Linux, of macOS and of WSL.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

usage() {
  cat <<'TEXT'
Usage: infra/deploy.sh RESOURCE_GROUP REGION [--yes] [--new-master-key] [--no-program]

  RESOURCE_GROUP    made if it is not there; it should hold nothing else
  REGION            such as westeurope
  --yes             does not ask after showing what would change
  --new-master-key  adds a version of the master key, which wraps new rounds from then on
  --no-program      leaves the program as it is

What is deployed is set in infra/main.bicepparam. The program is built with the official packages;
where the package feed lacks them, run it as OfficialSdk=false infra/deploy.sh ...
TEXT
}

fail() {
  echo "deploy.sh: $*" >&2
  exit 1
}

group='' region='' ask=true new_key=false program=true
for argument in "$@"; do
  case "$argument" in
    --yes) ask=false ;;
    --new-master-key) new_key=true ;;
    --no-program) program=false ;;
    --help | -h) usage && exit 0 ;;
    -*) usage >&2 && fail "there is no option $argument." ;;
    *) if [[ -z $group ]]; then group=$argument; elif [[ -z $region ]]; then region=$argument; else fail "$argument is one word too many."; fi ;;
  esac
done
if [[ -z $group || -z $region ]]; then usage >&2 && fail 'a resource group and a region are needed.'; fi

needs() {
  command -v "$1" >/dev/null || fail "$1 is not installed. $2"
}
needs az 'Install the Azure CLI, or run this in the Azure Cloud Shell.'
needs openssl 'It makes the master key.'
if $program; then
  needs dotnet 'Install the .NET 10 SDK.'
  needs npm 'Install Node.js 20.'
  needs zip 'Install it from your package manager.'
  needs curl 'Install it from your package manager.'
fi
az account show --output none 2>/dev/null || fail 'nobody is signed in to Azure. Run az login, and az account set --subscription NAME.'
! grep -q 'contoso.com.$' infra/main.bicepparam || fail 'set alertMail in infra/main.bicepparam to an address that somebody reads.'

echo "Subscription: $(az account show --query name --output tsv)"
az group create --name "$group" --location "$region" --output none

recover=false
# Whoever has rights on the resource group alone may not look: then nothing was deleted that they know of.
vault=$(az keyvault list-deleted --resource-type vault --query "[?contains(properties.vaultId, '/resourceGroups/$group/')].name | [0]" --output tsv 2>/dev/null || true)
if [[ -n $vault ]]; then
  recover=true
  echo "The key vault $vault was deleted with this resource group. It is taken back, with the master key in it."
fi

deployment=(--resource-group "$group" --name retrobot --parameters infra/main.bicepparam --parameters "recoverVault=$recover")
echo 'What would change:'
az deployment group what-if "${deployment[@]}"
if $ask; then
  [[ -t 0 ]] || fail 'nobody is there to ask. With --yes it goes on without asking; nothing was changed, but for the resource group.'
  read -r -p 'Deploy it? [y/N] ' answer
  [[ $answer == [yY]* ]] || fail 'nothing was changed, but for the resource group.'
fi
az deployment group create "${deployment[@]}" --output none

output() {
  az deployment group show --resource-group "$group" --name retrobot --query "properties.outputs.$1.value" --output tsv
}
bot=$(output botId)
host=$(output host)
site=$(output siteName)
vault=$(output vaultName)
key_name=$(output masterKeyName)
reader=$(output principalId)

# Asked of Azure's management, which tells that there is a secret and not what it is: whoever deploys need not be able to read it.
key_id="$(az group show --name "$group" --query id --output tsv)/providers/Microsoft.KeyVault/vaults/$vault/secrets/$key_name"
if $new_key || ! az resource show --ids "$key_id" --api-version 2024-11-01 --output none 2>/dev/null; then
  echo "A master key is made and put into the key vault $vault."
  parameters=$(umask 077 && mktemp)
  trap 'rm -f "$parameters"' EXIT
  printf '{ "masterKey": { "value": "%s" } }\n' "$(openssl rand -base64 32)" >"$parameters"
  az deployment group create --resource-group "$group" --name retrobot-master-key --template-file infra/master-key.bicep \
    --parameters "@$parameters" --parameters "vaultName=$vault" "masterKeyName=$key_name" "readerId=$reader" --output none
  rm -f "$parameters"
fi

if $program; then
  echo 'The program is built.'
  out=artifacts/deploy
  rm -rf "$out" "$out.zip"
  OfficialSdk=${OfficialSdk:-true} dotnet publish bot/Host -c Release -r linux-x64 --no-self-contained --output "$out" --nologo
  (cd "$out" && zip --quiet --recurse-paths "../$(basename "$out").zip" .)
  echo "It is put into the App Service $site."
  az webapp deploy --resource-group "$group" --name "$site" --src-path "$out.zip" --type zip --output none

  echo "Waiting until https://$host/health/ready says that RetroBot is ready. A new identity can need ten minutes until Azure knows what it may do."
  ready=false
  for _ in {1..90}; do
    if curl --silent --show-error --fail --max-time 20 --output /dev/null "https://$host/health/ready" 2>/dev/null; then ready=true && break; fi
    sleep 10
  done
  if ! $ready; then
    curl --silent --max-time 20 "https://$host/health/ready" || true
    fail "RetroBot is not ready after 15 minutes. What it says stands above; its log: az webapp log tail --resource-group $group --name $site. See infra/README.md, When something does not work."
  fi
fi

cat <<TEXT

RetroBot runs at https://$host
The package for Teams is written by:

  node infra/teams/package.mjs --bot $bot --host $host

TEXT
