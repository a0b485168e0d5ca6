import { expect, test } from 'vitest';
import type { LintRule } from '../../src/lint/objection.ts';
import { anAchievement } from './an-achievement.ts';
import { lint } from './lint.ts';

/** What is objected to where this text is a requirement. */
function asked(language: string, text: string) {
  const facts = anAchievement({
    requirements: [{ en: 'An organizer names the task that was done.', [language]: text }],
  });
  return lint(facts).filter(({ rule }) => rule !== 'translation_incomplete');
}

function rulesOf(language: string, text: string): readonly LintRule[] {
  return asked(language, text).map(({ rule }) => rule);
}

/** Language, text, and the words in it that are objected to. */
type Case = readonly [string, string, string];

const TITLES: readonly Case[] = [
  ['en', 'Is a leader of the community.', 'leader'],
  ['en', 'Was a team-leader for the day.', 'team-leader'],
  ['en', 'Community LEADERS took part.', 'LEADERS'],
  ['es', 'Fue líder de la comunidad.', 'líder'],
  ['es', 'Una lideresa del grupo.', 'lideresa'],
  ['fr', 'Leader de l’équipe locale.', 'Leader'],
  ['fr', 'A été meneuse du groupe.', 'meneuse'],
  ['pt', 'É líder do grupo de usuários.', 'líder'],
  ['pt-BR', 'Foram líderes da oficina.', 'líderes'],
  ['de', 'War Anführerin der Gruppe.', 'Anführerin'],
  ['de', 'Als Teamleiter der Gruppe.', 'Teamleiter'],
  ['it', 'È stato leader del gruppo.', 'leader'],
  ['it', 'Capogruppo dei volontari.', 'Capogruppo'],
  ['ar', 'كان القائد في الفعالية.', 'القائد'],
  ['ar', 'من قَادَة المجتمع.', 'قَادَة'],
  ['fa', 'رهبر گروه بود.', 'رهبر'],
  ['he', 'הייתה המנהיגה של הקבוצה.', 'המנהיגה'],
  ['hi', 'समुदाय के नेता रहे।', 'नेता'],
  ['bn', 'দলের নেতা ছিলেন।', 'নেতা'],
  ['id', 'Menjadi pemimpin komunitas.', 'pemimpin'],
  ['sw', 'Alikuwa kiongozi wa kikundi.', 'kiongozi'],
  ['ha', 'Ya zama shugaba na ƙungiya.', 'shugaba'],
  ['yo', 'Ó jẹ́ olórí ẹgbẹ́ náà.', 'olórí'],
  ['ig', 'Ọ bụ onye ndú otu ahụ.', 'onye ndú'],
  ['ru', 'Была лидером сообщества.', 'лидером'],
  ['uk', 'Був лідером спільноти.', 'лідером'],
  ['zh', '社区的领导者。', '领导者'],
  ['zh-Hant', '社群的領袖。', '領袖'],
  ['ja', 'コミュニティのリーダーでした。', 'リーダー'],
  ['tr', 'Topluluğun lideriydi.', 'lideriydi'],
  ['tr', 'Topluluk önderleri katıldı.', 'önderleri'],
  ['vi', 'Là nhà lãnh đạo cộng đồng.', 'nhà lãnh đạo'],
  ['te', 'సముదాయ Leader గా ఉన్నారు.', 'Leader'],
];

test.each(TITLES)('%s: a title above others is refused: %s', (language, text, found) => {
  expect(asked(language, text)).toEqual([
    {
      rule: 'title_above_others',
      severity: 'refuses',
      field: 'requirements',
      pointer: `/requirements/0/${language}`,
      language,
      found,
    },
  ]);
});

const EDIT_COUNTS: readonly Case[] = [
  ['en', 'Has made 500 edits.', '500 edits'],
  ['en', 'Made 1,000+ mainspace edits in a year.', '1,000+ mainspace edits'],
  ['en', 'An edit count above others.', 'edit count'],
  ['en', 'No fewer than 50 edits.', '50 edits'],
  ['es', 'Ha hecho 500 ediciones.', '500 ediciones'],
  ['fr', 'A fait 200 modifications.', '200 modifications'],
  ['pt', 'Fez 1.000 edições.', '1.000 edições'],
  ['de', 'Hat 500 Bearbeitungen.', '500 Bearbeitungen'],
  ['it', 'Ha fatto 300 modifiche.', '300 modifiche'],
  ['ar', 'أجرى ١٠٠٠ تعديل.', '١٠٠٠ تعديل'],
  ['ar', 'أجرى 1000 تعديل.', '1000 تعديل'],
  ['fa', '۵۰۰ ویرایش انجام داده است.', '۵۰۰ ویرایش'],
  ['he', 'ביצע 500 עריכות.', '500 עריכות'],
  ['hi', '५०० संपादन किए हैं।', '५०० संपादन'],
  ['bn', '৫০০টি সম্পাদনা করেছেন।', '৫০০টি সম্পাদনা'],
  ['id', 'Sudah membuat 500 suntingan.', '500 suntingan'],
  ['sw', 'Amefanya uhariri 500.', 'uhariri 500'],
  ['ha', 'Ya yi gyara 500.', 'gyara 500'],
  ['yo', 'Ó ti ṣe àtúnṣe 500.', 'àtúnṣe 500'],
  ['ig', 'O mere ndezi 500.', 'ndezi 500'],
  ['ru', 'Сделала 500 правок.', '500 правок'],
  ['uk', 'Має 500 редагувань.', '500 редагувань'],
  ['zh', '完成500次编辑。', '500次编辑'],
  ['zh-Hant', '完成５００次編輯。', '５００次編輯'],
  ['ja', '500回以上の編集をした。', '500回以上の編集'],
  ['tr', '500 değişiklik yaptı.', '500 değişiklik'],
  ['vi', 'Đã thực hiện 500 sửa đổi.', '500 sửa đổi'],
  ['ta', '500 edits செய்தவர்.', '500 edits'],
];

test.each(EDIT_COUNTS)('%s: counting edits is refused: %s', (language, text, found) => {
  expect(asked(language, text)).toMatchObject([{ rule: 'edit_count', severity: 'refuses', found }]);
});

const COMPARISONS: readonly Case[] = [
  ['en', 'One of the top 10 of the year.', 'top 10'],
  ['en', 'Reached level 3.', 'level 3'],
  ['en', 'A gold badge for volunteers.', 'gold badge'],
  ['en', 'Earned 40 points.', 'Earned 40 points'],
  ['en', 'Ranked among others.', 'Ranked'],
  ['en', 'Was the best trainer.', 'best trainer'],
  ['es', 'Quedó entre los top 10.', 'top 10'],
  ['fr', 'A gagné une médaille.', 'médaille'],
  ['pt', 'Chegou ao nível 3.', 'nível 3'],
  ['de', 'Steht auf der Rangliste.', 'Rangliste'],
  ['it', 'È al primo posto.', 'primo posto'],
  ['ar', 'حصل على ميدالية.', 'ميدالية'],
  ['ar', 'بلغ المستوى ٣.', 'المستوى ٣'],
  ['fa', 'رتبه اول را گرفت.', 'رتبه'],
  ['he', 'זכתה במדליה.', 'במדליה'],
  ['hi', 'प्रथम स्थान पाया।', 'प्रथम स्थान'],
  ['bn', 'প্রথম স্থান পেয়েছেন।', 'প্রথম স্থান'],
  ['id', 'Mendapat peringkat tinggi.', 'peringkat'],
  ['sw', 'Alipata nafasi ya kwanza.', 'nafasi ya kwanza'],
  ['ru', 'Заняла первое место.', 'первое место'],
  ['uk', 'Має високий рейтинг.', 'рейтинг'],
  ['zh', '获得第一名。', '第一名'],
  ['ja', 'ランキングに入った。', 'ランキング'],
  ['tr', 'Altın madalya kazandı.', 'madalya'],
  ['vi', 'Đạt huy chương.', 'huy chương'],
];

test.each(COMPARISONS)('%s: comparing people is refused: %s', (language, text, found) => {
  expect(asked(language, text)).toContainEqual(
    expect.objectContaining({ rule: 'comparison', severity: 'refuses', found }),
  );
});

const EXPERIENCE: readonly Case[] = [
  ['en', 'Has 5 years of experience.', '5 years of experience'],
  ['en', '10+ years on the wikis.', '10+ years'],
  ['en', 'Three years’ experience as a trainer.', 'Three years’ experience'],
  ['es', 'Tiene 5 años de experiencia.', '5 años de experiencia'],
  ['fr', 'A 5 ans d’expérience.', '5 ans d’expérience'],
  ['pt', 'Tem 5 anos de experiência.', '5 anos de experiência'],
  ['de', 'Hat fünf Jahre Erfahrung.', 'fünf Jahre Erfahrung'],
  ['it', 'Ha 5 anni di esperienza.', '5 anni di esperienza'],
  ['ar', 'لديه خبرة ٥ سنوات.', 'خبرة ٥ سنوات'],
  ['fa', '۵ سال سابقه دارد.', '۵ سال سابقه'],
  ['he', 'יש לו 5 שנות ניסיון.', '5 שנות ניסיון'],
  ['hi', '५ वर्ष का अनुभव।', '५ वर्ष का अनुभव'],
  ['bn', '৫ বছরের অভিজ্ঞতা।', '৫ বছরের অভিজ্ঞতা'],
  ['id', 'Punya 5 tahun pengalaman.', '5 tahun pengalaman'],
  ['sw', 'Uzoefu wa miaka 5.', 'Uzoefu wa miaka 5'],
  ['ru', 'Опыт не менее 5 лет.', 'Опыт не менее 5 лет'],
  ['uk', '5 років досвіду.', '5 років досвіду'],
  ['zh', '有5年以上经验。', '5年以上经验'],
  ['ja', '5年以上の経験がある。', '5年以上の経験'],
  ['tr', '5 yıllık deneyimi var.', '5 yıllık deneyimi'],
  ['vi', 'Có 5 năm kinh nghiệm.', '5 năm kinh nghiệm'],
];

test.each(EXPERIENCE)(
  '%s: years that nobody new can have are refused: %s',
  (language, text, found) => {
    expect(asked(language, text)).toContainEqual(
      expect.objectContaining({ rule: 'long_experience', severity: 'refuses', found }),
    );
  },
);

test('one or two years of experience are asked about, and so is a long time without that word', () => {
  expect(asked('en', 'Has one year of experience.')).toMatchObject([
    { rule: 'long_experience', severity: 'warns', found: 'one year of experience' },
  ]);
  expect(asked('en', 'Was a member for at least four years.')).toMatchObject([
    { rule: 'long_experience', severity: 'warns', found: 'at least four years' },
  ]);
});

const PERSONAL: readonly Case[] = [
  ['en', 'Gave a date of birth.', 'date of birth'],
  ['en', 'Left a phone number.', 'phone number'],
  ['es', 'Indica su fecha de nacimiento.', 'fecha de nacimiento'],
  ['fr', 'Donne son numéro de téléphone.', 'numéro de téléphone'],
  ['pt', 'Informa a data de nascimento.', 'data de nascimento'],
  ['de', 'Nennt das Geburtsdatum.', 'Geburtsdatum'],
  ['ar', 'يذكر تاريخ الميلاد.', 'تاريخ الميلاد'],
  ['fa', 'شماره تلفن بدهد.', 'شماره تلفن'],
  ['hi', 'जन्मतिथि बताए।', 'जन्मतिथि'],
  ['id', 'Memberi nomor telepon.', 'nomor telepon'],
  ['ru', 'Указала дату рождения.', 'дату рождения'],
  ['zh', '提供电话号码。', '电话号码'],
  ['ja', '生年月日を伝えた。', '生年月日'],
  ['tr', 'Doğum tarihini verdi.', 'Doğum tarihini'],
  ['vi', 'Cho biết ngày sinh.', 'ngày sinh'],
];

test.each(PERSONAL)('%s: asking for personal data is refused: %s', (language, text, found) => {
  expect(asked(language, text)).toMatchObject([
    { rule: 'personal_data', severity: 'refuses', found },
  ]);
});

const PROMISES: readonly Case[] = [
  ['en', 'It guarantees the holder a job.', 'guarantees the holder a job'],
  ['en', 'Gives two academic credits.', 'academic credits'],
  ['en', 'Endorsed by the Wikimedia Foundation.', 'Endorsed by the Wikimedia Foundation'],
  ['es', 'Garantiza un empleo.', 'Garantiza un empleo'],
  ['fr', 'Donne des crédits universitaires.', 'crédits universitaires'],
  ['pt', 'Vale créditos acadêmicos.', 'créditos acadêmicos'],
  ['de', 'Bringt drei ECTS-Punkte.', 'ECTS'],
  ['ar', 'يمنح ساعات معتمدة.', 'ساعات معتمدة'],
  ['id', 'Bernilai 2 SKS.', 'SKS'],
  ['ru', 'Даёт академические кредиты.', 'академические кредиты'],
  ['zh', '可获得学分。', '学分'],
];

test.each(PROMISES)(
  '%s: a promise that nobody here can keep is refused: %s',
  (language, text, found) => {
    expect(asked(language, text)).toMatchObject([{ rule: 'promise', severity: 'refuses', found }]);
  },
);

test.each([
  ['en', 'Carried out work leading to an exhibition.'],
  ['en', 'Led a workshop and leads the reading circle.'],
  ['en', 'Explained headers and misleading titles.'],
  ['en', 'Wrote the text at the top of the page.'],
  ['en', 'Took part in an edit-a-thon of 30 people.'],
  ['en', 'Attended 3 editing workshops.'],
  ['en', 'Taught 2 edit-a-thons in one month.'],
  ['en', 'Edited the newsletter of the group.'],
  ['en', 'Documented best practices, and did their best.'],
  ['en', 'Worked at the community level.'],
  ['en', 'Pointed newcomers to the help desk; this points to the guide.'],
  ['en', 'Helped on two of three days, for 5 hours.'],
  ['en', 'Served in the 2024–2026 term.'],
  ['en', 'Trained people of all ages about the Bronze Age.'],
  ['en', 'Takes no experience: not even one year of experience is asked.'],
  ['en', 'Nobody is asked for a phone number without need.'],
  ['en', 'Reviewed a contract of employment law articles.'],
  ['en', 'Uploaded photographs of 40 monuments.'],
  ['es', 'Participó en 3 ediciones del festival.'],
  ['es', 'Lideró un taller de fotografía.'],
  ['fr', 'A traité tous les points à l’ordre du jour.'],
  ['fr', 'Ne demande pas 5 ans d’expérience.'],
  ['pt', 'Liderou a oficina e editou dois artigos.'],
  ['de', 'Machte eine Führung durch das Museum und schrieb einen Reiseführer.'],
  ['de', 'Fünf Jahre Erfahrung sind nicht nötig.'],
  ['it', 'Ha scritto un’edizione della guida.'],
  ['ar', 'أعدّ ورشة تحرير لعشرين شخصا.'],
  ['ar', 'لا يشترط خبرة ٥ سنوات.'],
  ['fa', 'در کارگاه ویرایش شرکت کرد.'],
  ['he', 'השתתף בסדנת עריכה.'],
  ['hi', 'संपादन कार्यशाला में भाग लिया।'],
  ['hi', '५ वर्ष का अनुभव ज़रूरी नहीं है।'],
  ['bn', 'সম্পাদনা কর্মশালায় অংশ নিয়েছেন।'],
  ['id', 'Mengikuti lokakarya menyunting selama 5 jam.'],
  ['ru', 'Провела семинар по правкам и вождению архива.'],
  ['zh', '参加了30分钟的编辑工作坊。'],
  ['ja', 'フランクな編集講座に参加した。'],
  ['vi', 'Dạy học sinh cấp 3 cách viết.'],
])('%s: nothing is objected to in “%s”', (language, text) => {
  expect(rulesOf(language, text)).toEqual([]);
});

test('abstract words for guiding others are refused as a name, and only asked about elsewhere', () => {
  const word = ['lead', 'ership'].join('');
  expect(asked('en', `Studied how ${word} is shared.`)).toMatchObject([
    { rule: 'title_above_others', severity: 'warns', found: word },
  ]);
  const named = lint(anAchievement({ name: { en: `Archive ${word}` } }));
  expect(named).toMatchObject([{ severity: 'refuses', pointer: '/name/en', found: word }]);
});

test('what recognition does not mean may deny all of it', () => {
  const facts = anAchievement({
    doesNotMean: {
      en: 'It is no employment, no academic credit and not endorsed by the Wikimedia Foundation; nobody is ranked, no 500 edits count, and nobody’s phone number is asked.',
    },
  });
  expect(lint(facts)).toEqual([]);
});

test('letters in other forms and letters that are not seen hide nothing', () => {
  expect(rulesOf('en', 'A le\u200bader of others.')).toEqual(['title_above_others']);
  expect(rulesOf('en', 'Ａ ＬＥＡＤＥＲ of others.')).toEqual(['title_above_others']);
  expect(rulesOf('en', 'Made ５００ edits.')).toEqual(['edit_count']);
});
