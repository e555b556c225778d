# Zet de instellingen van Veiligsteller voor Chrome en Edge. Uitvoeren als systeem.
$delen = [ordered]@{
  'organisation' = '{"name":"Ministerie van Voorbeeldzaken","tooi":"https://identifier.overheid.nl/tooi/id/ministerie/mnre0000","contactRole":"Informatiebeheerder","contactEmail":"informatiebeheer@voorbeeldzaken.example"}'
  'accounts' = '[{"platform":"x","handle":"minvoorbeeld","type":"corporate","holder":"Ministerie van Voorbeeldzaken","isShared":true},{"platform":"x","handle":"ministervoorbeeld","type":"hybride","holder":"Minister van Voorbeeldzaken","round":"week","roundWords":["#begroting","kabinet"]}]'
  'bodies' = '[{"platform":"x","handle":"anderministerie","name":"Ministerie van Andere Zaken"}]'
  'selectionList' = '{"name":"Selectielijst Voorbeeldzaken 2025","entries":[{"code":"4.2","process":"Het geven van publieksvoorlichting","appraisal":"V","retention":"P5Y","scenarios":["A","C"]},{"code":"4.3","process":"Het voeren van dialoog tussen overheid en burgers","appraisal":"B","scenarios":["B","C"]}]}'
  'hotspotList' = 'Hotspotlijst 2026'
  'hotspots' = '[{"code":"H-2026-1","name":"Wateroverlast","from":"2026-07-01","words":["wateroverlast","dijk"]}]'
  'letterTeams' = '["Publieksvoorlichting","Juridische zaken"]'
  'repeatAfterDays' = '[7,30]'
  'repeatScenarios' = '["A","B"]'
  'targets' = '[{"kind":"webdav","id":"dms","name":"DMS","url":"https://dms.example.nl/dav/","folder":"Sociale media/{jaar}/{platform}"}]'
}
foreach ($maker in 'Google\Chrome', 'Microsoft\Edge') {
  $sleutel = "HKLM:\SOFTWARE\Policies\$maker\3rdparty\extensions\EXTENSIE-ID\policy"
  New-Item -Path $sleutel -Force | Out-Null
  foreach ($naam in $delen.Keys) {
    $soort = if ($delen[$naam] -is [int]) { 'DWord' } else { 'String' }
    New-ItemProperty -Path $sleutel -Name $naam -Value $delen[$naam] -PropertyType $soort | Out-Null
  }
}
