/**
 * Words that stand in support cases with a capital and are no name of a person: whom one greets, makers and products,
 * and what titles and commands begin with. In lower case.
 */
export const ordinaryWords: ReadonlySet<string> = new Set(
  `a about access account action active adapter added address admin administration administrator after agent alert all also
  always amazon amd an analysis and android any apache api app apple application applied april array as asset at attached
  attention august aws azure back backup bank bar base battery bay because before best bios blade blue board boot bridge
  broadcom browser build business but button by cable cache call can card case cause center central change channel check
  checked chief chrome cisco citrix cleaned clear client closed cloud cluster code colleague colleagues command common
  company complete computer confirmed connection console contact control controller core corporate could critical customer
  cpu current customers cut data database date day dear december dedicated default dell department desk desktop device
  diagnostics did directory disable disabled disk display do docker does domain done door down drive driver drivers dual each
  edge editor either eleven email enable enabled engineer engineering engineers enterprise environment error ethernet event
  every everybody everyone everything excel exchange express failed failure fan fault february field file files finance find
  firefox firewall firmware first fix fixed following folder folks for format found frame friday friend friends from front
  full general gentlemen google grafana graphics group guest guys had hard hardware has have health hello help helpdesk her
  here hi high his host hot hotline how hub human hyper i ibm if illustrator image in incident info information infrastructure
  install installed intel interface internal internet is issue it its january java job july june kernel key keyboard kit
  knowledge ladies lan language laptop last left lenovo level license light line link linux list lite local location log logs
  long low lower mac machine madam mail main maintenance manager management march master may me media member memory menu
  meraki message microsoft mode model module monday monitor monitoring more motherboard my name near network never new next
  nic no node not note notebook november now nvidia october of off office old on one only open operating operations option
  oracle order os our out outlook overview own package page panel part partner parts password patch people performance phone
  physical plan platform please plug point port portal post power powered press printer priority problem processor product
  production program project prometheus proof protection public purchase put rack raid ran read recovery red reference
  region regional release remote removed repair replace replaced replacement report request reset resolution resource
  response restart restarted restored result right role room root router run safe sales sap saturday save screen scroll sd
  second section secure security see select send senior september server service services session set setting settings setup
  severity shared sheet shell shop should side signal sir site slot small so software solaris solution some source spare
  special sql standard standby start state station status step steps still storage store sub subscription summary sunday
  supply support switch symptom symptoms system systems table tab task team technical technician test thank thanks that the
  their them then there these they this those thursday ticket time title to today together tool top total tower trusted try
  tuesday two type ubuntu unit unix up update updated upgrade upper ups us usb use used user users using utility valid value
  vendor verified version very via video view virtual visual vm vmware voice volume waiting warning warranty was we web
  wednesday week what when where which while white who why wide wifi will windows wireless with word work workaround
  worker working workplace workstation world would xeon yes yesterday you your zone
  regards greetings cheers sincerely wishes yours thx rgds kind warm many
  admins customer's dears der die das ein eine hallo herren damen zusammen kollegen kolleginnen kollege support-team leute
  bonjour madame monsieur equipe team-support servicedesk service-desk help-desk everyone's both sirs mates crew staff
  accounting accounts payroll marketing logistics procurement reception dispatch office reseller operator analyst consultant
  specialist architect developer director assistant coordinator supervisor intern head lead junior principal vice president`.split(
    /\s+/,
  ),
);
