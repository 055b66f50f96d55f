/** The words that the diplomatic patterns are filled with, written `form|UPOS|XPOS|lemma` where they are no names. */

const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

export const COUNTRIES = list(
  `China, Japan, Vietnam, Indonesia, Malaysia, Thailand, Singapore, Cambodia, Laos, Myanmar, Brunei, India, Pakistan,
   Bangladesh, Nepal, Australia, Canada, Mexico, Brazil, Argentina, Chile, Peru, Colombia, Venezuela, Cuba, Russia,
   Ukraine, Belarus, Georgia, Armenia, Azerbaijan, Kazakhstan, Uzbekistan, Turkmenistan, Kyrgyzstan, Tajikistan, Iran,
   Iraq, Syria, Jordan, Lebanon, Israel, Egypt, Libya, Tunisia, Algeria, Morocco, Sudan, Ethiopia, Eritrea, Somalia,
   Kenya, Uganda, Rwanda, Burundi, Tanzania, Zambia, Zimbabwe, Angola, Nigeria, Ghana, Mali, Niger, Chad, Cameroon,
   Gabon, Senegal, Guinea, Togo, Benin, Germany, France, Britain, Italy, Spain, Portugal, Poland, Hungary, Romania,
   Bulgaria, Greece, Turkey, Türkiye, Cyprus, Serbia, Croatia, Kosovo, Albania, Norway, Sweden, Finland, Denmark,
   Iceland, Ireland, Estonia, Latvia, Lithuania, Qatar, Bahrain, Kuwait, Oman, Yemen, Afghanistan, Mongolia, Taiwan,
   Beijing, Moscow, Washington, Tokyo, Seoul, Hanoi, Jakarta, Tehran, Ankara, Brussels, London, Paris, Berlin, Kyiv,
   Pyongyang, Islamabad, Canberra, Manila, Riyadh, Cairo, ASEAN, NATO, BRICS, APEC, ROK, DPRK, Hamas, Hezbollah`,
);
export const PAIRED = list('South Korea, North Korea, South Africa, South Sudan, East Timor');
export const ADJECTIVAL = list('Saudi Arabia, New Zealand');
export const FLAT = list(
  'Sri Lanka, Hong Kong, Costa Rica, Papua New Guinea, Burkina Faso, El Salvador, Viet Nam, Timor Leste',
);
export const WITH_ARTICLE = list(
  'EU, UN, US, UK, UAE, AU, SCO, GCC, USSR, IAEA, WTO, WHO, IMF, G7, G20, Quad, Kremlin, Pentagon, Taliban',
);
export const SHORT = list(
  'US, China, Japan, EU, ROK, DPRK, India, Russia, ASEAN, UK, Iran, Australia, Pakistan, Vietnam, Israel, U.S., Turkey, Ukraine',
);
export const COMBINING = list('Sino, Indo, Russo, Franco, Anglo, Afro, Euro');
export const DEMONYMS = list(
  `Chinese, Japanese, Vietnamese, Indonesian, Malaysian, Thai, Singaporean, Cambodian, Indian, Pakistani, Australian,
   Canadian, Mexican, Brazilian, Russian, Ukrainian, Belarusian, Georgian, Armenian, Kazakh, Uzbek, Iranian, Iraqi, Syrian,
   Jordanian, Lebanese, Israeli, Palestinian, Egyptian, Libyan, Sudanese, Ethiopian, Kenyan, Rwandan, Nigerian, Malian,
   German, French, British, Italian, Spanish, Polish, Hungarian, Romanian, Greek, Turkish, Serbian, Norwegian, Swedish,
   Finnish, Danish, Qatari, Kuwaiti, Yemeni, Afghan, Mongolian, American, Philippine, Swiss, Dutch, Austrian, European`,
);
export const NAMES = list(
  `Xi Junhao, Li Wenhao, Zhang Meilin, Chen Guowei, Wang Zhiqiang, Liu Fang, Zhao Lin, Kim Minjun, Park Jihoon, Lee Soyeon,
   Nguyen Van Hai, Tran Thi Lan, Pham Duc Long, Budi Santoso, Retno Wulandari, Joko Pratama, Siti Rahma, Anwar Yusof, Hun Vannak,
   Taro Watanabe, Fumio Sakamoto, Shinji Abe, Yuki Hayashi, Narendra Patel, Arjun Sharma, Imran Qureshi, Shahid Malik,
   Vladimir Orlov, Sergei Volkov, Dmitry Petrov, Oleksandr Kovalenko, Emomali Karimov, Mohammad Rezaei, Hassan Karimi,
   Javad Ahmadi, Bashar Haddad, Abdel Fattah Nasser, Mahmoud Khalil, Ahmed Osman, Abdullah Al Saud, Recep Yilmaz, Mehmet Demir,
   Olusegun Adeyemi, Uhuru Mwangi, Paul Habimana, Cyril Dlamini, Emmanuel Laurent, Angela Weber, Olaf Schneider, Boris Carter,
   Antony Miller, John Walker, Hillary Brooks, Kevin Dunn, Justin Tremblay, Rodrigo Santos, Gloria Reyes, Luiz Pereira,
   Nicolas Moreno, Ban Seung, Kofi Mensah, Aung Thein, Prayut Somchai, Mahathir Ismail, Goh Wei, Viktor Farkas, Andrzej Nowak,
   Xi, Putin, Modi, Abe, Biden, Trump, Obama, Erdogan, Netanyahu, Assad, Zelensky, Macron, Merkel, Blinken, Lavrov, Wang, Kim, Duterte`,
);
export const TITLES: readonly (readonly string[])[] = [
  ...list('President, Chancellor, Premier, Ambassador, Senator, General, Minister, King, Secretary').map(
    (one) => [`${one}|PROPN|NNP`],
  ),
  ...[
    ['Prime|ADJ|NNP|Prime', 'Minister|PROPN|NNP'],
    ['Foreign|ADJ|NNP|Foreign', 'Minister|PROPN|NNP'],
    ['Defense|PROPN|NNP', 'Minister|PROPN|NNP'],
    ['Defence|PROPN|NNP', 'Minister|PROPN|NNP'],
    ['Finance|PROPN|NNP', 'Minister|PROPN|NNP'],
    ['Vice|ADJ|NNP|Vice', 'President|PROPN|NNP'],
    ['Foreign|ADJ|NNP|Foreign', 'Ministry|PROPN|NNP', 'spokesman|NOUN|NN'],
    ['spokeswoman|NOUN|NN'],
    ['spokesperson|NOUN|NN'],
  ],
];
export const OFFICES = [
  'president|NOUN|NN',
  'premier|NOUN|NN',
  'ambassador|NOUN|NN',
  'envoy|NOUN|NN',
  'leader|NOUN|NN',
  'leaders|NOUN|NNS|leader',
  'officials|NOUN|NNS|official',
  'diplomats|NOUN|NNS|diplomat',
  'troops|NOUN|NNS|troops',
  'forces|NOUN|NNS|force',
  'government|NOUN|NN',
  'parliament|NOUN|NN',
  'delegation|NOUN|NN',
  'authorities|NOUN|NNS|authority',
  'rebels|NOUN|NNS|rebel',
];
export const RELATIONS_NOUNS = [
  'relations|NOUN|NNS|relation',
  'ties|NOUN|NNS|tie',
  'talks|NOUN|NNS|talk',
  'trade|NOUN|NN',
  'relationship|NOUN|NN',
  'summit|NOUN|NN',
  'alliance|NOUN|NN',
  'cooperation|NOUN|NN',
  'border|NOUN|NN',
  'dialogue|NOUN|NN',
  'partnership|NOUN|NN',
  'war|NOUN|NN',
  'dispute|NOUN|NN',
  'rivalry|NOUN|NN',
  'agreement|NOUN|NN',
  'exercises|NOUN|NNS|exercise',
];
/** past, base, third person, with the object nouns that go with them. */
export const ACTS = [
  [
    'signed',
    'sign',
    'signs',
    'agreement|NOUN|NN',
    'treaty|NOUN|NN',
    'pact|NOUN|NN',
    'memorandum|NOUN|NN',
    'accord|NOUN|NN',
  ],
  [
    'held',
    'hold',
    'holds',
    'talks|NOUN|NNS|talk',
    'drills|NOUN|NNS|drill',
    'summit|NOUN|NN',
    'consultations|NOUN|NNS|consultation',
  ],
  [
    'imposed',
    'impose',
    'imposes',
    'sanctions|NOUN|NNS|sanction',
    'tariffs|NOUN|NNS|tariff',
    'embargo|NOUN|NN',
    'curbs|NOUN|NNS|curb',
  ],
  [
    'lifted',
    'lift',
    'lifts',
    'sanctions|NOUN|NNS|sanction',
    'ban|NOUN|NN',
    'blockade|NOUN|NN',
    'embargo|NOUN|NN',
  ],
  [
    'withdrew',
    'withdraw',
    'withdraws',
    'troops|NOUN|NNS|troops',
    'ambassador|NOUN|NN',
    'forces|NOUN|NNS|force',
    'bid|NOUN|NN',
  ],
  [
    'rejected',
    'reject',
    'rejects',
    'proposal|NOUN|NN',
    'claims|NOUN|NNS|claim',
    'offer|NOUN|NN',
    'demands|NOUN|NNS|demand',
  ],
  [
    'pledged',
    'pledge',
    'pledges',
    'aid|NOUN|NN',
    'support|NOUN|NN',
    'funds|NOUN|NNS|fund',
    'loans|NOUN|NNS|loan',
  ],
  [
    'condemned',
    'condemn',
    'condemns',
    'attack|NOUN|NN',
    'test|NOUN|NN',
    'strikes|NOUN|NNS|strike',
    'launch|NOUN|NN',
  ],
  [
    'upgraded',
    'upgrade',
    'upgrades',
    'ties|NOUN|NNS|tie',
    'relations|NOUN|NNS|relation',
    'partnership|NOUN|NN',
  ],
  [
    'resumed',
    'resume',
    'resumes',
    'talks|NOUN|NNS|talk',
    'flights|NOUN|NNS|flight',
    'relations|NOUN|NNS|relation',
    'aid|NOUN|NN',
  ],
  [
    'suspended',
    'suspend',
    'suspends',
    'talks|NOUN|NNS|talk',
    'trade|NOUN|NN',
    'visits|NOUN|NNS|visit',
    'cooperation|NOUN|NN',
  ],
  [
    'deployed',
    'deploy',
    'deploys',
    'missiles|NOUN|NNS|missile',
    'warships|NOUN|NNS|warship',
    'troops|NOUN|NNS|troops',
    'jets|NOUN|NNS|jet',
  ],
] as const;
export const TOWARDS = [
  'accused',
  'urged',
  'warned',
  'visited',
  'criticized',
  'praised',
  'thanked',
  'attacked',
  'recognized',
  'met',
  'backed',
  'invited',
];
export const LEMMAS: Readonly<Record<string, string>> = {
  accused: 'accuse',
  urged: 'urge',
  warned: 'warn',
  visited: 'visit',
  criticized: 'criticize',
  praised: 'praise',
  thanked: 'thank',
  attacked: 'attack',
  recognized: 'recognize',
  met: 'meet',
  backed: 'back',
  invited: 'invite',
  asked: 'ask',
  ordered: 'order',
};
/** What one has with another: the other hangs from the noun ("ties with"), elsewhere from the verb ("sanctions on"). */
export const MUTUAL: ReadonlySet<string> = new Set(
  list(
    'agreement, treaty, pact, memorandum, accord, talks, drills, summit, consultations, ties, relations, partnership, trade, cooperation',
  ),
);
export const SAYING = [
  'said|VERB|VBD|say',
  'says|VERB|VBZ|say',
  'announced|VERB|VBD|announce',
  'warned|VERB|VBD|warn',
  'stressed|VERB|VBD|stress',
  'added|VERB|VBD|add',
];
export const MODIFIERS = [
  'new|ADJ|JJ',
  'bilateral|ADJ|JJ',
  'strategic|ADJ|JJ',
  'military|ADJ|JJ',
  'economic|ADJ|JJ',
  'joint|ADJ|JJ',
  'nuclear|ADJ|JJ',
  'diplomatic|ADJ|JJ',
  'trilateral|ADJ|JJ',
  'annual|ADJ|JJ',
];
export const DAYS = list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
export const MONTHS = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);
