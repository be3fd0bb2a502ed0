targetScope = 'resourceGroup'

@description('What names of resources begin with: lower-case letters, digits and hyphens.')
@minLength(3)
@maxLength(20)
param name string = 'retrobot'

@description('The region of everything that has one. Choose one in which your organisation may keep data.')
param location string = resourceGroup().location

@description('Tags of every resource.')
param tags object = {
  product: 'RetroBot'
}

@description('The mail address that alerts go to.')
param alertMail string

@description('The name of the App Service, and the first part of its host name: unique in the world.')
@maxLength(60)
param siteName string = '${name}-${uniqueString(resourceGroup().id)}'

@description('The name of the storage account: unique in the world, lower-case letters and digits.')
@minLength(3)
@maxLength(24)
param storageAccountName string = 'retro${uniqueString(resourceGroup().id)}'

@description('The name of the key vault: unique in the world.')
@minLength(3)
@maxLength(24)
param vaultName string = 'retro-${uniqueString(resourceGroup().id)}'

@description('The name of the Azure Bot: unique in the world.')
@maxLength(64)
param botName string = '${name}-${uniqueString(resourceGroup().id)}'

@description('The host name at which Teams and browsers reach RetroBot. Empty for the one that App Service gives. One of your own is bound to the App Service by hand, before it is set here.')
param hostName string = ''

@description('The size of the App Service: B1 for a trial or a few teams, P0v3 or more for an organisation.')
@allowed([
  'B1'
  'B2'
  'B3'
  'P0v3'
  'P1v3'
  'P2v3'
])
param size string = 'B1'

@description('How many instances run. Two keep RetroBot up while one is replaced.')
@minValue(1)
@maxValue(10)
param instances int = 2

@description('How often storage keeps each row: in one building (LRS), or in three of the region (ZRS, where the region has them).')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
])
param storageRedundancy string = 'Standard_LRS'

@description('For how many days logs are kept. 30 are included in the price.')
@minValue(30)
@maxValue(730)
param logDays int = 30

@description('How many GB of logs a day are taken at most. What comes after that is lost until the next day.')
@minValue(1)
param logGigabytesPerDay int = 1

@description('RetroBot:MasterKey:Name, the secret of the key vault that is the master key.')
param masterKeyName string = 'retrobot-master-key'

@description('RetroBot:DefaultTimeZone, of a team that has not been set up: a name of the IANA database, such as Europe/Berlin.')
param defaultTimeZone string = 'UTC'

@description('RetroBot:QuietHours, between which nobody is sent a card, such as 20:00-07:00; or none.')
param quietHours string = '20:00-07:00'

@description('RetroBot:RetentionWeeks, for how many weeks the counts of a closed round are kept.')
@minValue(1)
@maxValue(26)
param retentionWeeks int = 26

@description('RetroBot:Leads, the Entra object ids of people who may set up any team.')
param leads array = []

@description('RetroBot:ProgramOwners, the Entra object ids of people who may read and export the catalog.')
param programOwners array = []

@description('RetroBot:Web:Readers, who reads the catalog: owners, or everyone in the tenant.')
@allowed([
  'owners'
  'everyone'
])
param catalogReaders string = 'owners'

@description('RetroBot:Web:ClientId, the application with which people sign in to the catalog and its tab. Empty: nobody signs in. The script sign-in.sh makes one.')
param signInClientId string = ''

@description('RetroBot:Web:Audience, the application that tokens for the API must be meant for. Empty: there is no API.')
param apiAudience string = ''

@description('RetroBot:SupportContact, whom people ask for help: a mail address, or the https address of a page. Empty: the help desk of your organisation.')
param supportContact string = ''

@description('OTEL_EXPORTER_OTLP_ENDPOINT, the address (OTLP over HTTP, protobuf) of an OpenTelemetry collector of your own, which is then told what Application Insights is told. Empty: there is none.')
param telemetryEndpoint string = ''

@description('Whether the key vault was deleted, and is taken back with the master key that is in it. deploy.sh finds out.')
param recoverVault bool = false

var host = empty(hostName) ? '${siteName}.azurewebsites.net' : hostName

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
  tags: tags
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    logDays: logDays
    logGigabytesPerDay: logGigabytesPerDay
    publisherId: identity.properties.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    accountName: storageAccountName
    location: location
    tags: tags
    redundancy: storageRedundancy
    writerId: identity.properties.principalId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    vaultName: vaultName
    location: location
    tags: tags
    recover: recoverVault
    workspaceId: monitoring.outputs.workspaceId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    siteName: siteName
    location: location
    tags: tags
    size: size
    instances: instances
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    address: 'https://${host}'
    tableEndpoint: storage.outputs.tableEndpoint
    vaultUri: vault.outputs.uri
    masterKeyName: masterKeyName
    workspaceId: monitoring.outputs.workspaceId
    insightsName: monitoring.outputs.insightsName
    telemetryEndpoint: telemetryEndpoint
    defaultTimeZone: defaultTimeZone
    quietHours: quietHours
    retentionWeeks: retentionWeeks
    leads: leads
    programOwners: programOwners
    catalogReaders: catalogReaders
    signInClientId: signInClientId
    apiAudience: apiAudience
    supportContact: supportContact
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    botName: botName
    tags: tags
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    endpoint: 'https://${host}/api/messages'
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    mail: alertMail
    siteId: app.outputs.siteId
    workspaceId: monitoring.outputs.workspaceId
  }
}

module dashboard 'modules/dashboard.bicep' = {
  name: 'dashboard'
  params: {
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
  }
}

@description('The application (client) id of the bot, which the Teams package names.')
output botId string = identity.properties.clientId

@description('The identity that reads the master key.')
output principalId string = identity.properties.principalId

@description('Where RetroBot is reached.')
output host string = host

@description('The App Service that the program is put into.')
output siteName string = siteName

@description('The key vault that the master key is put into.')
output vaultName string = vaultName

@description('The secret of the key vault that is the master key.')
output masterKeyName string = masterKeyName
