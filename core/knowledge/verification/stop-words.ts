/** Words that say nothing by themselves, in English and German, and those that every article has. In lower case. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about after again all also am an and any are as at be because been before being between both but by can could did do
  does doing done during each few for from further get got had has have having he her here hers him his how i if in into is
  it its itself just may me might more most must my of off on once only or other our ours out over own same shall she should
  since so some such than that the their them then there these they this those through to too under until up upon us very was
  we were what when where which while who whom why will with would yet you your yours via per etc still now even though
  aber alle als also am an auch auf aus bei bin bis da dann das dass dem den denn der des die dies diese dieser doch dort du
  durch ein eine einem einen einer er es euch für habe haben hat hatte hier ich ihm ihn ihr im in ist ja kann mein mit nach
  noch nun nur ob oder seit sein sich sie sind so über um und uns unser unter vom von vor war waren was weil wenn wer wie wir
  wird wurde wurden zu zum zur
  article affected appear appears apply case cases cause caused causes check checked confirm confirmed correct customer
  customers ensure environment error fix fixed following happen happens help issue issues known make needed occur occurs
  problem problems product products reason reported resolution resolve resolved result several show shows solution solve
  solved step steps support symptom symptoms system systems user users verification verified verify work worked working works`.split(
    /\s+/,
  ),
);
