@description('The name of the App Service.')
param siteName string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The size of the App Service.')
param size string

@description('How many instances run.')
param instances int

@description('The managed identity that RetroBot is.')
param identityId string

@description('The client id of that identity.')
param clientId string

@description('The tenant of that identity.')
param tenantId string

@description('Where Teams and browsers reach RetroBot, with https:// in front and nothing behind.')
param address string

@description('Where the tables are.')
param tableEndpoint string

@description('Where the key vault is.')
param vaultUri string

@description('The secret of the key vault that is the master key.')
param masterKeyName string

@description('The workspace that logs go to.')
param workspaceId string

@description('The Application Insights that RetroBot tells how it is doing.')
param insightsName string

@description('OTEL_EXPORTER_OTLP_ENDPOINT, a collector of your own that is told the same. Empty for none.')
param telemetryEndpoint string

@description('RetroBot:DefaultTimeZone')
param defaultTimeZone string

@description('RetroBot:QuietHours')
param quietHours string

@description('RetroBot:RetentionWeeks')
param retentionWeeks int

@description('RetroBot:Leads')
param leads array

@description('RetroBot:ProgramOwners')
param programOwners array

@description('RetroBot:Web:Readers')
param catalogReaders string

@description('RetroBot:Web:ClientId')
param signInClientId string

@description('RetroBot:Web:Audience')
param apiAudience string

@description('RetroBot:SupportContact')
param supportContact string

var settings = [
  {
    name: 'MicrosoftAppType'
    value: 'UserAssignedMSI'
  }
  {
    name: 'MicrosoftAppId'
    value: clientId
  }
  {
    name: 'MicrosoftAppTenantId'
    value: tenantId
  }
  {
    name: 'Storage__Endpoint'
    value: tableEndpoint
  }
  {
    name: 'RetroBot__MasterKey__VaultUri'
    value: vaultUri
  }
  {
    name: 'RetroBot__MasterKey__Name'
    value: masterKeyName
  }
  {
    name: 'RetroBot__Address'
    value: address
  }
  {
    name: 'RetroBot__DefaultTimeZone'
    value: defaultTimeZone
  }
  {
    name: 'RetroBot__QuietHours'
    value: quietHours
  }
  {
    name: 'RetroBot__RetentionWeeks'
    value: string(retentionWeeks)
  }
  {
    name: 'RetroBot__Web__Readers'
    value: catalogReaders
  }
  {
    name: 'RetroBot__Web__ClientId'
    value: signInClientId
  }
  {
    name: 'RetroBot__Web__Audience'
    value: apiAudience
  }
  {
    name: 'RetroBot__SupportContact'
    value: supportContact
  }
  // Taken from RetroBot's identity alone, so that it is no secret.
  {
    name: 'APPLICATIONINSIGHTS_CONNECTION_STRING'
    value: insights.properties.ConnectionString
  }
  // No figures about the exporter to its maker.
  {
    name: 'APPLICATIONINSIGHTS_STATSBEAT_DISABLED'
    value: 'true'
  }
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
    value: telemetryEndpoint
  }
  {
    name: 'OTEL_EXPORTER_OTLP_PROTOCOL'
    value: 'http/protobuf'
  }
  // One line of log, one row in the workspace.
  {
    name: 'Logging__Console__FormatterName'
    value: 'simple'
  }
  {
    name: 'Logging__Console__FormatterOptions__SingleLine'
    value: 'true'
  }
  {
    name: 'WEBSITE_RUN_FROM_PACKAGE'
    value: '1'
  }
]

var leadSettings = [for (id, i) in leads: {
  name: 'RetroBot__Leads__${i}'
  value: id
}]

var ownerSettings = [for (id, i) in programOwners: {
  name: 'RetroBot__ProgramOwners__${i}'
  value: id
}]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${siteName}-plan'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: size
    capacity: instances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = {
  name: siteName
  location: location
  tags: tags
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOTNETCORE|10.0'
      appCommandLine: 'dotnet RetroBot.Host.dll'
      alwaysOn: true
      healthCheckPath: '/health/ready'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      remoteDebuggingEnabled: false
      appSettings: concat(settings, leadSettings, ownerSettings)
    }
  }
}

// Whoever deploys signs in with Entra ID; there is no password to publish with.
resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswordForScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

// What RetroBot says itself, and what the platform does with it. No log of requests: it would say when each answer came (docs/privacy.md).
resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'logs'
  scope: site
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

@description('The App Service.')
output siteId string = site.id
