import type { Family } from '../../pattern.ts';

/** A link that comes and goes: a bad cable or transceiver, or energy saving of the port. */
export const linkFlaps: Family = {
  category: 'network_issues',
  products: ['x2448', 'x4800'],
  codes: ['HVN-3101', '%LINK-3-UPDOWN'],
  complaint: [
    {
      titles: [
        'internet keeps [dropping|vanishing] for a few seconds',
        'phones and internet hiccup all day',
        'cash desk loses connection constantly',
      ],
      symptoms: [
        'Every few minutes the internet vanishes and returns, as if somebody played with it.',
        'In the middle of a phone call the voice is cut off, ten seconds later it is back.',
        'The cash desk shows a spinning wheel, customers are queueing.',
        'My colleague next door has the same hiccups, the second floor does not.',
        'Web meetings throw me out constantly.',
      ],
      details: [
        'The little green lamp at the wall socket goes dark during those moments.',
        'Like this since the decorators were here.',
        'I made a list: <9-31> today.',
      ],
    },
    {
      titles: [
        '%LINK-3-UPDOWN storm on {host} port <1-48>',
        'HVN-3101 interface flapping, {model}',
        'Port flaps between up and down on access switch',
      ],
      symptoms: [
        'Interface Gi1/0/<1-48> flaps <20-90> times per h.',
        'The switch raises HVN-3101 and err-disable recovery kicks in.',
        'Spanning tree reconverges after each flap, VLAN {vlan} drops frames.',
        'SNMP traps for ifOperStatus flood the collector.',
      ],
      details: [
        '{date} %LINK-3-UPDOWN: Interface GigabitEthernet1/0/24, status now down',
        '{date} %LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/24, status now up',
        'Firmware {version}, uptime <40-400> d, configuration unmodified.',
      ],
    },
    {
      titles: ['uplink bouncing @ {site}', 'jack bounces, {part}', 'bouncing uplink, punters moan'],
      symptoms: [
        'Uplink bouncing, ~<1-4>/min.',
        'Jack <1-48> LED blinks then black then amber.',
        'Punters moan on the whole riser.',
        'Bounce count in the thousands since Sunday.',
      ],
      details: ['Closet {site}, shelf <1-6>.', 'Wired by electricians, no cert sheet.', 's/n {serial}.'],
    },
  ],
  patterns: [
    {
      key: 'cable-or-transceiver-bad',
      title: 'Link flaps because a cable or transceiver is bad',
      component: 'cable',
      cause: 'A damaged cable or a dirty transceiver.',
      fix: 'Replace the cable, clean or replace the transceiver.',
      steps: [
        'Read the error counters',
        'Test the cable',
        'Swap it for a known good one',
        'Watch the counters',
      ],
      remedies: [
        {
          clues: ['A cupboard stands on the cord.', 'If I wiggle the cord it gets worse.'],
          steps: [
            'Pulled the cupboard away and saw that the cord was squashed flat.',
            'Took the cord from the meeting room instead.',
            'Wiggled it, nothing happened.',
          ],
          causes: ['The squashed cord under the cupboard.', 'A kinked cord.'],
          fixes: ['Plugged in a new cord and fixed it along the skirting.', 'New cord, problem solved.'],
          proofs: ['Not one dropout all day.', 'Cash desk happy, queue gone.'],
        },
        {
          clues: [
            'CRC and alignment errors increase with each flap.',
            'DOM: receive power -<18-27> dBm, below the alarm threshold.',
          ],
          steps: [
            '1. show interface counters errors: <400-9000> CRC errors.',
            '2. test cable-diagnostics tdr: pair B open at <12-38> m.',
            '3. Relocated the link to another port: flaps follow the cable.',
          ],
          causes: [
            'Root cause: damaged patch cable, pair B open.',
            'Contaminated SFP transceiver, receive power too low.',
          ],
          fixes: ['Replaced the patch cable with Cat6A.', 'Replaced SFP and cleaned the LC connectors.'],
          proofs: ['Error counters remain at zero for <24-72> h.', 'No UPDOWN message since replacement.'],
        },
        {
          clues: ['RJ clip broken, plug dangles.', 'Ferrule cruddy under scope.'],
          steps: ['Wiremap: split 3/6.', 'Scope: crud on ferrule.', 'Swung lead to unused.'],
          causes: ['Knackered lead.', 'Cruddy optic.'],
          fixes: ['Fresh lead laid, labelled.', 'Optic subbed, wiped w/ clicker.'],
          proofs: ['Bounce count frozen.', 'Burn over lunch, solid grn.'],
        },
      ],
      asked: {
        words: ['connection drops when the wire is touched', 'port goes up and down with checksum errors'],
        howTo: 'how to test a patch cable for a broken pair',
      },
    },
    {
      key: 'energy-saving-ethernet',
      title: 'Link flaps because of Energy Efficient Ethernet',
      component: 'port settings',
      cause: 'Energy Efficient Ethernet (802.3az) of the port does not get along with the device.',
      fix: 'Disable Energy Efficient Ethernet on the port.',
      steps: [
        'Make sure that the cable is good',
        'See that flaps come at low traffic',
        'Disable 802.3az',
        'Watch the port',
      ],
      remedies: [
        {
          clues: [
            'Oddly it is fine as long as I download something big.',
            'It happens only when nobody is doing much.',
          ],
          steps: [
            'Exchanged the cord again and again, useless.',
            'When I let a film play, it carried on.',
            'Support concluded that the box in the cellar dozes off.',
          ],
          causes: [
            'The box in the cellar dozes off to be thrifty and takes too long to wake.',
            'A green feature of the cellar box.',
          ],
          fixes: ['Support turned the dozing off from afar.', 'The green feature was turned off.'],
          proofs: ['Calls last as long as I chatter.', 'Lamp at the wall stays lit.'],
        },
        {
          clues: [
            'No CRC errors at all, TDR normal; flaps occur below 1 Mbit/s.',
            'get eee status: LPI entered <900-9000> times.',
          ],
          steps: [
            '1. Cable diagnostics clean, error counters zero.',
            '2. Flaps correlate with low utilisation, none during iperf3.',
            '3. Known issue HVN-KB-88 of 802.3az with this PHY.',
          ],
          causes: [
            'Root cause: Energy Efficient Ethernet low power idle, link partner does not resume promptly.',
            '802.3az incompatibility between PHY revisions.',
          ],
          fixes: [
            'Configured "no power efficient-ethernet auto" on the interface.',
            'Disabled EEE on all access ports via template.',
          ],
          proofs: ['Zero flaps within <3-7> d.', 'LPI counter static, HVN-3101 absent.'],
        },
        {
          clues: ['Wiremap pass, optic shiny.', 'Bounces only till dawn & lunch, quiet spells.'],
          steps: [
            'Leads subbed 2x, same.',
            'Hammered it with a generator: rock steady.',
            'Note FN-12 rings a bell.',
          ],
          causes: ['Sleepy jack, FN-12.', 'Az nap mode.'],
          fixes: ['Killed az nap mode per FN-12.', 'Az off globally, saved.'],
          proofs: ['Steady past weekend.', 'Riser quiet, closed.'],
        },
      ],
      asked: {
        words: [
          'link goes down only when there is little traffic',
          'connection stable under load but drops when idle',
        ],
        howTo: 'how to turn off Energy Efficient Ethernet on a port',
      },
    },
  ],
};
