#!/usr/bin/env bash
# Registers the application with which people sign in to the catalog, in a browser and in the tab of Teams. It has no secret.
# It can be run again: the registration is brought to what it should be.
set -euo pipefail

fail() {
  echo "sign-in.sh: $*" >&2
  exit 1
}

if [[ $# -ne 1 || $1 == -* ]]; then fail 'usage: infra/sign-in.sh HOST, such as infra/sign-in.sh retrobot.contoso.com'; fi
host=$1
[[ $host =~ ^[a-z0-9-]+(\.[a-z0-9-]+)+$ ]] || fail "$host is not a host name such as retrobot.contoso.com: without https:// and without a slash."
command -v az >/dev/null || fail 'az is not installed. Install the Azure CLI, or run this in the Azure Cloud Shell.'
command -v openssl >/dev/null || fail 'openssl is not installed. It makes the ids of the scope and of the role.'
az account show --output none 2>/dev/null || fail 'nobody is signed in to Azure. Run az login.'

name="RetroBot catalog ($host)"
client=$(az ad app list --filter "displayName eq '$name'" --query '[0].appId' --output tsv)
if [[ -z $client ]]; then
  client=$(az ad app create --display-name "$name" --sign-in-audience AzureADMyOrg --query appId --output tsv)
  az ad sp create --id "$client" --output none
fi
object=$(az ad app show --id "$client" --query id --output tsv)
# The ids of the scope and of the role are kept when they are there: whoever was given them keeps them.
scope=$(az ad app show --id "$client" --query "api.oauth2PermissionScopes[?value=='access_as_user'].id | [0]" --output tsv)
role=$(az ad app show --id "$client" --query "appRoles[?value=='ProgramOwner'].id | [0]" --output tsv)
uuid() {
  openssl rand -hex 16 | sed -E 's/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/\1-\2-4\3-8\4-\5/'
}
scope=${scope:-$(uuid)}
role=${role:-$(uuid)}

change() {
  az rest --method patch --url "https://graph.microsoft.com/v1.0/applications/$object" --headers 'Content-Type=application/json' --body "$1" --output none
}
api="\"requestedAccessTokenVersion\": 2,
  \"oauth2PermissionScopes\": [{
    \"id\": \"$scope\", \"value\": \"access_as_user\", \"type\": \"User\", \"isEnabled\": true,
    \"adminConsentDisplayName\": \"Know who reads the catalog\", \"adminConsentDescription\": \"Lets the tab in Teams tell RetroBot who reads it. RetroBot calls nothing in that person's name.\",
    \"userConsentDisplayName\": \"Know who you are\", \"userConsentDescription\": \"Lets the tab in Teams tell RetroBot who you are. RetroBot calls nothing in your name.\"
  }]"
change "{
  \"identifierUris\": [\"api://$host/$client\"],
  \"web\": { \"redirectUris\": [\"https://$host/sign-in/entra\"], \"implicitGrantSettings\": { \"enableIdTokenIssuance\": true } },
  \"appRoles\": [{ \"id\": \"$role\", \"value\": \"ProgramOwner\", \"displayName\": \"Program owner\", \"description\": \"Reads and exports the catalog of case studies.\", \"allowedMemberTypes\": [\"User\", \"Application\"], \"isEnabled\": true }],
  \"api\": { $api }
}"
# Teams itself, on desktops and phones and in browsers: nobody is asked for consent there. The scope has to exist before it can be named.
change "{ \"api\": { $api,
  \"preAuthorizedApplications\": [
    { \"appId\": \"1fec8e78-bce4-4aaf-ab1b-5451cc387264\", \"delegatedPermissionIds\": [\"$scope\"] },
    { \"appId\": \"5e3ce6c0-2b1f-4285-8d4b-75ee78787346\", \"delegatedPermissionIds\": [\"$scope\"] }
  ]
} }"

cat <<TEXT
The application $name is registered. Now
1. set signInClientId = '$client' in infra/main.bicepparam, and run deploy.sh again;
2. write the package for Teams with the tab in it: add --sign-in $client to the command that deploy.sh printed.
TEXT
