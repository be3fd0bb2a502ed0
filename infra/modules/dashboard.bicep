@description('The region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The workspace that telemetry and logs go to.')
param workspaceId string

// What it shows: docs/telemetry.md. A test holds its queries against the program.
resource dashboard 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'dashboard')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'RetroBot'
    category: 'workbook'
    sourceId: workspaceId
    serializedData: loadTextContent('../dashboard/workbook.json')
  }
}
