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
    ['Vice|PROPN|NNP', 'President|PROPN|NNP'],
    ['Interior|PROPN|NNP', 'Minister|PROPN|NNP'],
    ['Trade|PROPN|NNP', 'Minister|PROPN|NNP'],
    ['Crown|PROPN|NNP', 'Prince|PROPN|NNP'],
    ['opposition|NOUN|NN', 'leader|NOUN|NN'],
    ['army|NOUN|NN', 'chief|NOUN|NN'],
    ['foreign|ADJ|JJ', 'minister|NOUN|NN'],
    ['special|ADJ|JJ', 'envoy|NOUN|NN'],
    ['envoy|NOUN|NN'],
    ['leader|NOUN|NN'],
    ['former|ADJ|JJ', 'president|NOUN|NN'],
    ['president|NOUN|NN'],
    ['Foreign|ADJ|NNP|Foreign', 'Ministry|PROPN|NNP', 'spokesman|NOUN|NN'],
    ['spokeswoman|NOUN|NN'],
    ['spokesperson|NOUN|NN'],
  ],
];
const nouns = (text: string, tag: string): readonly string[] =>
  list(text).map((one) => {
    const lemma = one.replace(/men$/, 'man').replace(/ies$/, 'y').replace(/s$/, '');
    return tag === 'NNS' ? `${one}|NOUN|NNS|${lemma}` : `${one}|NOUN|NN`;
  });

/** One person or body, lower case. */
export const OFFICES = [
  ...nouns(
    `president, premier, ambassador, envoy, leader, chancellor, king, spokesman, spokeswoman, spokesperson, negotiator, minister,
     general, mediator, diplomat, senator, lawmaker, official, government, parliament, delegation, cabinet, army, navy, military,
     opposition, embassy, court, regime, junta, ministry, president, premier, leader, government`,
    'NN',
  ),
  ...nouns(
    `leaders, officials, diplomats, forces, authorities, rebels, ministers, negotiators, lawmakers, soldiers, generals, envoys,
     militants, troops, inspectors, warplanes, commanders, officials, troops`,
    'NNS',
  ),
];
/** People that are counted: "12 soldiers". */
export const PEOPLE = nouns(
  `soldiers, civilians, protesters, people, rebels, militants, refugees, migrants, journalists, diplomats, hostages, prisoners,
   activists, workers, students, policemen, fishermen, peacekeepers, fighters, sailors, tourists, children, officers, villagers`,
  'NNS',
).map((one) =>
  one.replace('people|NOUN|NNS|people', 'people|NOUN|NNS|person').replace('NNS|children', 'NNS|child'),
);
/** Adjectives of persons and bodies, besides nationalities. */
export const PEOPLE_MODIFIERS = list('senior, top, former, local, foreign, new, federal');
export const MODIFIERS = list(
  `new, bilateral, strategic, military, economic, joint, nuclear, diplomatic, trilateral, annual, regional, humanitarian, financial,
   political, international, national, formal, secret, fresh, further, tough, full, major, direct, additional, strong, immediate,
   controversial, heavy, illegal, unilateral, peaceful, naval, cultural, historic, important, recent`,
).map((one) => `${one}|ADJ|JJ`);
export const ADVERBS = list(
  `strongly, formally, officially, immediately, repeatedly, publicly, jointly, quickly, openly, quietly, unilaterally, firmly,
   again, also, finally, already, reportedly, secretly, temporarily, fully, unanimously, briefly`,
);
/** Crises and events that things happen over, amid or after. */
export const EVENTS = list(
  `crisis, war, attack, dispute, conflict, election, coup, invasion, summit, earthquake, strike, protest, test, ceasefire,
   incident, referendum, blockade, annexation, bombing, drought, flood, standoff, explosion, collision, launch`,
);
export const TOPICS = list(
  `trade, climate, security, energy, defence, migration, disarmament, cybersecurity, terrorism, water,
   tourism, education, agriculture, investment, transport, nonproliferation, counterterrorism, peace, reconciliation`,
);
export const RELATIONS_NOUNS = [
  'relations|NOUN|NNS|relation',
  'ties|NOUN|NNS|tie',
  'talks|NOUN|NNS|talk',
  'trade|NOUN|NN',
  'relationship|NOUN|NN',
  'summit|NOUN|NN',
  'alliance|NOUN|NN',
  'cooperation|NOUN|NN',
  'dialogue|NOUN|NN',
  'partnership|NOUN|NN',
  'war|NOUN|NN',
  'dispute|NOUN|NN',
  'rivalry|NOUN|NN',
  'agreement|NOUN|NN',
  'exercises|NOUN|NNS|exercise',
  'negotiations|NOUN|NNS|negotiation',
  'consultations|NOUN|NNS|consultation',
  'tensions|NOUN|NNS|tension',
  'meeting|NOUN|NN',
  'treaty|NOUN|NN',
];
export const DAYS = list('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday');
export const MONTHS = list(
  'January, February, March, April, May, June, July, August, September, October, November, December',
);

/** Bodies: `/a` marks adjectives, what comes before the last word of each part else is a compound. */
export const BODIES = list(
  `European/a Union, African/a Union, Soviet/a Union, Arab/a League, Security Council, UN Security Council, European/a Commission,
   European/a Parliament, World Bank, State Department, White/a House, Supreme/a Court, General/a Assembly, UN General/a Assembly,
   UN Secretariat, Gulf Cooperation Council, Shanghai Cooperation Organization, World Health Organization, World Trade Organization,
   International/a Criminal/a Court, International/a Court of Justice, International/a Monetary/a Fund, Red/a Cross, Eurasian/a Union,
   Asian/a Development Bank, Nordic/a Council, Council of Europe, Defence Ministry, Defense Ministry,
   Foreign/a Ministry, Foreign/a Office, Treasury, Politburo, Senate, Knesset, Bundestag, Interior Ministry, Ministry of Defence,
   Ministry of Justice, Organization of American/a States,
   Organization of Islamic/a Cooperation, League of Nations, Palestinian/a Authority, Commonwealth, House of Representatives,
   State Council, National/a Assembly, National/a Security Council`,
);
