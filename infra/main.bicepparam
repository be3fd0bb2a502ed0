using 'main.bicep'

// The one setting that must be changed: who is told when something is wrong.
param alertMail = 'retrobot-operators@contoso.com'

param name = 'retrobot'
param tags = {
  product: 'RetroBot'
}
param size = 'B1'
param instances = 2
param defaultTimeZone = 'UTC'

// Entra object ids (az ad user show --id somebody@contoso.com --query id): who may export the catalog, and who may set up any team.
param programOwners = []
param leads = []

// From sign-in.sh, when people are to read the catalog in a browser or in the tab.
param signInClientId = ''
