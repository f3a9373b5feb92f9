import type { Family } from '../../pattern.ts';

/** Copies are slow: a duplex mismatch, or a jumbo frame that somebody on the way drops. */
export const slowTransfers: Family = {
  category: 'network_issues',
  products: ['x2448', 'x4800', 'f8'],
  codes: ['HVN-3140'],
  complaint: [
    {
      titles: [
        'copying files takes [forever|ages]',
        'shared drawings need minutes to open',
        'scans arrive after a coffee break',
      ],
      symptoms: [
        'Copying a folder of photos that used to take a minute now takes the whole coffee break.',
        'Opening a drawing from the shared letter Z takes ages, sometimes it gives up.',
        'Small notes are quick, anything big is torture.',
        'Our architects sit and stare at a blue bar.',
      ],
      details: [
        'Reading news pages is as quick as ever.',
        'Started when the furniture was moved around.',
        'By my watch: <8-25> minutes for one drawing.',
      ],
    },
    {
      titles: [
        'Throughput collapse on {host}, HVN-3140',
        'SMB transfers at <1-9> Mbit/s over gigabit',
        'iperf3 shows <2-8> Mbit/s on {model}',
      ],
      symptoms: [
        'iperf3 reaches only <2-9> Mbit/s on a gigabit link.',
        'SMB and NFS transfers stall, TCP retransmissions above <6-19> percent.',
        'HVN-3140 throughput degradation is reported by telemetry.',
        'Ping with default size succeeds flawlessly.',
      ],
      details: [
        '[  5]   0.00-10.00  sec  6.41 MBytes  5.38 Mbits/sec  <120-900> retr',
        'VLAN {vlan}, path: {host} - core - storage, LACP not involved.',
        'Wireshark capture attached: duplicate ACKs and retransmissions.',
      ],
    },
    {
      titles: ['pipe gone narrow, {site}', 'bulk pull dog slow', 'NAS pull dog slow {part}'],
      symptoms: [
        'Pipe gone narrow, bulk pull dog slow.',
        'Backup window blown <2-6> nights.',
        'Wee echos sail through.',
      ],
      details: ['Node roster in ticket {ticket}.', 'Gear {part}.', 'Cust subbed leads, nope.'],
    },
  ],
  patterns: [
    {
      key: 'duplex-mismatch',
      title: 'Transfers are slow because of a duplex mismatch',
      component: 'port settings',
      cause: 'One side of the link is fixed to full duplex, the other negotiates and falls back to half.',
      fix: 'Set both sides to negotiate.',
      steps: [
        'Read speed and duplex of both sides',
        'Look for late collisions',
        'Set both sides to auto',
        'Measure again',
      ],
      remedies: [
        {
          clues: ['It is much worse when sending and receiving happen together.'],
          steps: [
            'Support looked at both ends of the wire.',
            'They said one end behaves like a walkie-talkie, where just one person speaks at a time.',
            'Both ends were told to agree by themselves.',
          ],
          causes: ['One end talked like a walkie-talkie and the other like a telephone.'],
          fixes: [
            'Both ends agree automatically since {weekday}.',
            'They let both ends choose automatically.',
          ],
          proofs: ['A drawing opens in four seconds.', 'Architects no longer stare.'],
        },
        {
          clues: [
            'Late collisions: <300-4000> on the switch port.',
            'Port is a-half, server NIC is forced to 1000/full.',
          ],
          steps: [
            '1. show interface status: a-half, a-100.',
            '2. ethtool: NIC fixed, autonegotiation off.',
            '3. Late collisions and FCS errors rise during transfers.',
          ],
          causes: [
            'Root cause: duplex mismatch, server forced to full, switch fell back to half.',
            'Autonegotiation disabled on the server only.',
          ],
          fixes: [
            'Enabled autonegotiation on NIC and port.',
            'ethtool -s eth0 autoneg on; switch port set to speed auto, duplex auto.',
          ],
          proofs: ['iperf3: 941 Mbit/s, retransmissions zero.', 'Late collision counter unchanged since.'],
        },
        {
          clues: ['One nailed, other a/n.', 'Half lamp lit.'],
          steps: ['Both eyeballed: nailed v a/n.', 'Un-nailed.', 'Pull proof.'],
          causes: ['Nailed vs a/n.'],
          fixes: ['Un-nailed far.', 'A/n everywhere, wrote mem.'],
          proofs: ['Full pipe.', 'Backup window kept, closed.'],
        },
      ],
      asked: {
        words: ['file copy crawls and collisions are counted', 'one end of the link runs half duplex'],
        howTo: 'how to find a duplex mismatch',
      },
    },
    {
      key: 'mtu-mismatch',
      title: 'Transfers are slow or hang because jumbo frames are dropped on the way',
      component: 'MTU',
      cause: 'The storage sends frames of 9000 bytes, a switch on the way passes 1500.',
      fix: 'Set the same MTU on every hop.',
      steps: [
        'Ping with a large size and no fragmentation',
        'Find the hop that drops',
        'Set its MTU',
        'Measure again',
      ],
      remedies: [
        {
          clues: [
            'Since the cellar got a second-hand grey thing as a stopgap.',
            'Sometimes the bar stops at a certain spot and never moves on.',
          ],
          steps: [
            'Support sent tiny and huge parcels to see which get lost.',
            'Huge parcels got lost at the second-hand thing.',
            'They raised the parcel limit there.',
          ],
          causes: ['The second-hand thing threw large parcels away.'],
          fixes: [
            'The parcel limit of the second-hand thing was raised.',
            'Raised the limit so that large parcels fit.',
          ],
          proofs: ['Photos copy within the minute again.', 'The bar runs right through.'],
        },
        {
          clues: [
            'ping -M do -s 8972 is absent, -s 1472 answers.',
            'Giants counter increments on the core switch.',
          ],
          steps: [
            '1. ping -M do -s 8972 from {host}: no replies.',
            '2. tracepath: pmtu 1500 after hop 2.',
            '3. show system mtu on the core: 1500 since its replacement.',
          ],
          causes: [
            'Root cause: MTU 1500 on the core, 9000 on server and storage.',
            'Jumbo frames discarded by a hop with default MTU.',
          ],
          fixes: [
            'Configured system mtu jumbo 9198 on the core and reloaded it.',
            'Set MTU 9000 on the VLAN interface of each hop.',
          ],
          proofs: ['ping -s 8972 answers, iperf3 at 9.4 Gbit/s.', 'Giants counter remains at zero.'],
        },
        {
          clues: ['Fat echos die at node 2.', 'Loaner unit in route, vanilla config.'],
          steps: ['Fat echo per node.', 'Perishes at loaner.', 'Popped it to 9k.'],
          causes: ['Loaner clips fat packets.'],
          fixes: ['Popped loaner to 9k.', '9k on all gear, wrote mem.'],
          proofs: ['Fat echos sail.', 'Night job punctual, closed.'],
        },
      ],
      asked: {
        words: [
          'small pings work, large packets disappear',
          'transfers hang since a core device was exchanged',
        ],
        howTo: 'how to find the hop that drops jumbo frames',
      },
    },
  ],
};
