@description('The name of the key vault.')
param vaultName string

@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Whether the vault was deleted and is taken back.')
param recover bool

@description('The workspace that the log of the vault goes to.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    createMode: recover ? 'recover' : 'default'
    tenantId: subscription().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

// Who read the master key, and when. It says nothing of people who use RetroBot.
resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'AuditEvent'
        enabled: true
      }
    ]
  }
}

@description('Where the vault is.')
output uri string = vault.properties.vaultUri
