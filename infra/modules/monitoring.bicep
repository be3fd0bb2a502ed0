@description('What names of resources begin with.')
param name string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('For how many days logs are kept.')
param logDays int

@description('How many GB of logs a day are taken at most.')
param logGigabytesPerDay int

@description('The principal that may send telemetry.')
param publisherId string

// Monitoring Metrics Publisher
var publisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logDays
    workspaceCapping: {
      dailyQuotaGb: logGigabytesPerDay
    }
  }
}

// Telemetry is taken from a known identity alone, so that the connection string is no secret; addresses of callers are masked.
resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${name}-insights'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableIpMasking: false
    DisableLocalAuth: true
  }
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, publisherId, publisher)
  scope: insights
  properties: {
    principalId: publisherId
    principalType: 'ServicePrincipal'
    roleDefinitionId: publisher
  }
}

@description('The workspace that logs go to.')
output workspaceId string = workspace.id

@description('The Application Insights that telemetry goes to.')
output insightsName string = insights.name
