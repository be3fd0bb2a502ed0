#!/usr/bin/env bash
# Removes RetroBot with everything that it has stored.
set -euo pipefail

fail() {
  echo "remove.sh: $*" >&2
  exit 1
}

if [[ $# -ne 1 || $1 == -* ]]; then fail 'usage: infra/remove.sh RESOURCE_GROUP'; fi
group=$1
command -v az >/dev/null || fail 'az is not installed. Install the Azure CLI, or run this in the Azure Cloud Shell.'
az account show --output none 2>/dev/null || fail 'nobody is signed in to Azure. Run az login, and az account set --subscription NAME.'
az group show --name "$group" --output none 2>/dev/null || fail "there is no resource group $group in the subscription $(az account show --query name --output tsv)."

echo "Everything in the resource group $group is deleted, whatever else it holds:"
az resource list --resource-group "$group" --query '[].{name:name, type:type}' --output table
read -r -p "Type the name of the resource group to delete it: " answer || true
[[ $answer == "$group" ]] || fail 'nothing was changed.'
az group delete --name "$group" --yes

cat <<'TEXT'
It is deleted, with all rounds, case studies, digests and logs. What is left:
- the key vault with the master key, for 90 days, in which nobody can purge it; without the storage it opens nothing
- the application for signing in, if there is one: az ad app delete --id ITS_CLIENT_ID
- the app in Teams: delete it in the Teams admin center, or people go on seeing a bot that does not answer
TEXT
