/**
 * Common first names of many languages that are hardly ever anything else: no months, virtues, places, products or
 * programming languages. In lower case, without accents.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abigail achim adam adele adrian adriana agata agnes agnieszka ahmad ahmed aidan aisha alan alberto
  alejandra alejandro aleksandra alena alessandra alessandro alfred alfredo alice alicia alina alison allison alyssa amanda
  amelia amina amir amit amy ana ananya anastasia anders andre andrea andreas andrei andrew andrzej angela angelika angelo
  anil anita anja anjali ann anna anne annette annika anton antonia antonio antonella anusha arjun armin arnaud arnold
  arthur artur arun asha ashley astrid aurelie axel ayesha aylin barbara bartosz beata beatrice beatriz ben benedikt
  benjamin bernard bernd bernhard bettina bianca birgit bjorn bogdan boris brandon brenda brian brigitte bruno bryan camila
  camille carina carl carla carlo carlos carmen carol carolin carolina caroline caterina catherine cathy cecilia celine
  chandra charles charlotte chiara chloe christa christian christiane christina christine christoph christopher cindy
  claire clara claudia claudio clemens colin connor constantin cornelia craig cristina cynthia dagmar damian daniel daniela
  daniele danielle danuta darius david deborah deepa deepak denis dennis derek devin diana diego dieter dimitri dirk dmitri
  dmitry dominik dominique donald dora doris dorota dorothy douglas dylan eberhard edgar eduardo edward edwin ekaterina elena
  eleonora elif elisa elisabeth elizabeth ella ellen elvira emanuele emil emilia emilie emily emma emmanuel enrico enrique
  eric erica erich erik erika ernst esra estelle esther ethan eugen eva evan evelyn ewa fabian fabio fabrice farid fatih
  fatima federica federico felix ferdinand fernanda fernando filip fiona florian francesca francesco francisco
  francois frank franz fred frederic frederik frieda friedrich fritz gabriel gabriela gabriele gareth gary geoffrey georg
  george georgina gerald gerard gerd gerhard giacomo gianluca giorgio giovanni giulia giuseppe gordon graham greg
  gregory grzegorz guido guillaume gunter gustav hanna hannah hannes hans harald harold harry hassan heidi heike heinrich
  heinz helen helena helene helga helmut hendrik henri henrik henry herbert hermann hiroshi holger horst howard hubert hugo
  ian ibrahim ignacio igor ilona ilse imran ines inga inge ingo ingrid irene irina iris isabel isabella isabelle ivan
  ivana jacek jacob jacqueline jacques jakob jakub james jamie jan jana jane janet janine javier jean jeff
  jeffrey jelena jennifer jens jeremy jerome jerry jesse jessica jesus jim jimmy joachim joan joanna joao jochen joe joel
  joerg johan johanna johannes john johnny jon jonas jonathan jorg jorge jose josef joseph joseph joshua juan judith
  juergen julian juliane julie julien juliette jurgen justin justyna jutta kai karen karim karin karina karl karolina karsten
  katarina katarzyna kate katharina katherine kathleen kathrin kathy katja katrin kay keith kelly kenneth kerstin kevin
  khalid kim kiran klaus konrad konstantin kristin kristina kristof krzysztof kurt kyle lars laszlo laura lauren laurence
  laurent lea leila lena leo leon leonard leonardo leonie leroy lesley leslie lewis liam lidia lilian liliana lina linda
  lionel lisa lorena lorenzo lothar louis louise luc luca lucas lucia lucie lucy ludwig luigi luis luisa lukas lukasz lutz
  lydia maciej magda magdalena mahmoud maik malcolm malgorzata malte manfred manuel manuela marc marcel marcelo marcin marco
  marcus marek margaret margarita margit maria mariam marianne marie marija mariusz marina mario marion marisa marius marlene
  marta martha martin martina mary mateo mateusz mathias mathieu matteo matthew matthias matthieu maurice mauro maximilian
  megan mehmet melanie melissa michael michaela michal michel michele michelle miguel mike mikhail milan milena
  miriam mirko mohamed mohammad mohammed mona monica monika monique moritz muhammad murat mustafa nadia nadine nancy naomi
  natalia natalie natasha nathalie nathan neil nico nicola nicolas nicole niels nikita niklas nikola nikolai nikos nils nina
  nora norbert oksana olaf oleg olga oliver olivia olivier omar osman oscar oskar otto pablo paolo pascal patricia patrick
  patrik paul paula paulina pavel pawel pedro peggy peter petra philip philipp philippe phillip pierre piotr pooja prakash
  pradeep prashant priya rachel rafael rahul rainer raj rajesh ralf ralph ramesh ramon raphael raquel rashid ravi raymond
  rebecca reiner reinhard reinhold renate renato rene ricardo riccardo richard rita robert roberta roberto rocio
  rodrigo roger rohit roland rolf roman romain ronald rosa rosemary ruben rudolf rudi russell ruth ryan sabine sabrina sally
  salvatore sam samantha samir samuel sandeep sandra sandro sanjay sara sarah sascha sebastian selma serena serge sergei
  sergio severin sharon sheila shirley sibylle sigrid silke silvana silvia simon simona simone slawomir sofia sofie
  sonia sonja sophia sophie stacey stanislav stefan stefania stefanie steffen stella stephan stephane stephanie stephen
  steve steven stuart sunil suresh susan susanne sven svenja svetlana sylvia sylvie takashi tamara tanja tanya tatiana
  tatjana teresa terry thea theo theodor theresa thierry thomas thorsten tiago tim timo timothy tina tobias todd tom tomas
  tomasz tommy toni tony torsten tracy ulf uli ulla ulrich ulrike ursula uwe valentina valerie vanessa vera verena veronica
  veronika vicky victoria vijay viktor viktoria vikram vincent vincenzo virginie vishal vivian vladimir volker walter waltraud
  wanda wendy werner wilfried wilhelm wojciech wolfgang xavier yan yasmin yolanda yuki yuri yusuf yves yvonne zbigniew
  zoe zofia zoran`.split(/\s+/),
);
