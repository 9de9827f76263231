"""Names that stand beside what somebody is: "my son Ali", "the client Anna Andersson"."""

import regex

_PERSON = (
    r"(?:man|make|maka|fru|hustru|sambo|särbo|pojkvän|flickvän|kille|tjej|partner|ex-?man|ex-?fru|ex|"
    r"son|dotter|barn|bebis|bror|lillebror|storebror|syster|lillasyster|storasyster|mamma|pappa|mor|"
    r"far|mormor|farmor|morfar|farfar|kusin|moster|faster|morbror|farbror|svärmor|svärfar|granne|vän|"
    r"väninna|kompis|klient|brukare|elev|patient|barnbarn|syster(?:son|dotter)|bror(?:son|sdotter)|"
    r"styv(?:son|dotter|far|pappa|mamma|mor)|bonus(?:son|dotter|pappa|mamma)|foster(?:son|dotter)|"
    r"handläggare|socialsekreterare|kontaktperson|boendestödjare|lärare|chef|godman|hyresvärd)"
)
_KNOWN = (
    r"(?:mannen|kvinnan|pojken|flickan|barnet|barnen|sonen|dottern|brodern|systern|klient(?:en)?|"
    r"brukare(?:n)?|patient(?:en)?|elev(?:en)?|grannen|killen|tjejen|mamman|pappan|modern|fadern|"
    r"föräldern|maken|makan|sambon|handläggare(?:n)?|socialsekreterare(?:n)?|boendestödjaren|läraren|chefen|vännen|kompisen|kusinen|"
    r"hyresvärden|rektorn|eleven|ungdomen)"
)
_OWN = r"(?:min|mitt|mina|vår|vårt|våra|hennes|hans|deras|din|en)"
_ENGLISH = (
    r"(?:husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|child|kids?|children|baby|brother|"
    r"sister|mother|mum|mom|father|dad|grandmother|grandfather|uncle|aunt|cousin|friend|neighbou?r|"
    r"client|patient|pupil|student|boy|girl|social worker|case ?worker|teacher)"
)
_UKRAINIAN = (
    r"(?:син|сина|сином|донька|доньку|донечка|дочка|дочку|чоловік|чоловіка|дружина|дружину|брат|брата|"
    r"сестра|сестру|мама|маму|тато|батько|бабуся|дідусь|подруга|друг|сусід|сусідка|клієнт|клієнтка|"
    r"дитина|дитину|діти|хлопець)"
)
_SOMALI = (
    r"(?:wiilka(?:yga|eeda|iisa)?|gabadha(?:yda|eeda|iisa)?|ninka(?:yga|eeda)?|xaaska(?:yga|iisa)?|"
    r"walaal(?:kay|tay|ka|sha)|hooyaday|aabbahay|ilmahayga|carruurtayda|saaxiibkay|macmiilka)"
)
_ROLES = (
    rf"\b{_OWN} (?:[\p{{Ll}}\d][\p{{L}}\d\-]{{1,20}} )?{_PERSON},? ",
    rf"\b{_KNOWN},? ",
    rf"\b(?:my|our|his|her|their|the|a) (?:[a-z\d\-]{{2,15}} )?{_ENGLISH},? ",
    rf"\b(?:мій|моя|мого|мою|мої|мне|наш|наша|нашого|нашу|його|її|моїм|моєю) {_UKRAINIAN},? ",
    rf"\b{_SOMALI},? ",
    r"\b(?:mr|mrs|ms|miss|dr|herr|fru|fröken)\.? ",
    r"\bc/o ",
)
_NO_NAME = (
    r"(?!(?i:och|men|jag|från|som|är|med|bor|har|på|i|inte|behöver|vill|hon|han|hen|vi|så|till|för|kan|"
    r"ska|måste|undrar|söker|mår|slår|går|kommer|fyller|när|där|sedan|nu|om|eller|att|hans|hennes|"
    r"min|mitt|mina|blev|blir|var|gör|säger|får|fick|tar|ger|vad|hur|vem|vilka|vilken|finns|hjälp|"
    r"tack|hej|stöd|detta|det|den|and|but|is|was|has|had|are|were|will|can|cannot|needs?|wants?|who|"
    r"with|from|at|in|on|to|the|not|what|how|did|does|gets?|waa|wuu|way|waxay|ma|ayaa|oo|є|не|та|і|"
    r"має|хоче|був|була|каже|alzheimers?|demens|muslim|kristen|ekonomiskt|parkinsons?|asperger|autism|adhd|add|down|lss|sol|lvu|lvm|"
    r"iq|ptsd|kol|ivo|bup|sfi|sfs|ssk|socialtjänsten|försäkringskassan|arbetsförmedlingen|"
    r"migrationsverket|helsingborgs?|sverige|skåne)(?![\p{L}]))"
)
_NO_OFFICE = (
    r"(?!\p{L}{0,30}(?:skolan?|stöd(?:et)?|tjänst(?:en)?|enhet(?:en)?|kassan|verket|team(?:et)?|boende(?:t)?|"
    r"sjukhus(?:et)?|nämnd(?:en)?|polis(?:en)?|kommun(?:en)?|vård(?:en)?|central(?:en)?)(?!\p{L}))"
)
_PARTICLE = r"(?:(?:von|van|af|av|de|del|da|al|el|bin|ibn|abu|der)[ -])"
_CAPITAL = (
    rf"{_NO_NAME}(?i:{_NO_OFFICE})\p{{Lu}}(?=[\p{{L}}'’\-]{{0,40}}\p{{Ll}})[\p{{L}}'’\-]{{0,40}}+"
)
_WHOLE = rf"{_CAPITAL}(?: {_PARTICLE}{{0,2}}{_CAPITAL}){{0,3}}"
_JOINED = r"(?:,? (?:och|and|та|і|iyo|&) |, )"
_GIVEN = (
    "محمد|أحمد|احمد|علي|علی|حسن|حسين|حسین|خالد|عمر|يوسف|یوسف|إبراهيم|ابراهيم|ابراهیم|محمود|مصطفى|سامر|"
    "كريم|کریم|زيد|سعيد|سعید|بلال|طارق|ياسر|نبيل|وليد|هادي|جمال|عثمان|إسماعيل|اسماعيل|حمزة|"
    "فاطمة|فاطمه|مريم|مریم|زينب|زینب|عائشة|ليلى|لیلا|نور|سارة|ساره|سارا|هدى|منى|رنا|أمل|ريم|هبة|سلمى|"
    "دعاء|إيمان|خديجة|ياسمين|نادية|سعاد|رضا|مهدی|امیر|آرش|حمید|مجید|سعیده|بهرام|داریوش|فرهاد|کامران|"
    "نرگس|زهرا|نازنین|شیرین|پریسا|مینا|الهام|لیلی|معصومه|نسرین|سمیرا|فرشته|پروین|عبدالله|عبد الله|"
    "عبدالرحمن|جواد|اکبر|اصغر|مرتضی|مجتبی|حامد|بشير|أيمن|ماهر|رامي|سامي|فادي|غادة|رغد|جنى|تالا"
)
GIVEN_LATIN = (
    "ali|ahmed|mohamed|mohammed|muhammed|hassan|hussein|omar|yusuf|ibrahim|abdi|amir|adam|leo|elias|"
    "liam|noah|oscar|oskar|erik|lars|anders|johan|karl|nils|per|peter|jan|mikael|daniel|david|"
    "fredrik|andreas|stefan|magnus|mattias|thomas|simon|filip|emil|viktor|hugo|anton|alex|"
    "anna|eva|maria|karin|kristina|lena|sara|emma|malin|jenny|linda|elin|johanna|sofia|julia|maja|"
    "elsa|alma|ella|alice|wilma|ebba|astrid|ida|hanna|amina|fatima|aisha|zahra|leyla|layla|maryam|"
    "oksana|olena|iryna|svitlana|taras|oleh|andrij|bohdan|ahmad|mahmoud|khaled|hamza|bilal"
)
_ARABIC_KIN = (
    r"(?:ابني|إبني|ابنتي|بنتي|زوجي|زوجتي|أخي|اخي|أختي|اختي|أمي|امي|أبي|ابي|والدي|والدتي|جاري|صديقي|"
    r"صديقتي|طفلي|طفلتي|پسرم|دخترم|شوهرم|همسرم|زنم|برادرم|خواهرم|مادرم|پدرم|دوستم|فرزندم|أنا|انا)"
)
_ARABIC_NAME = (
    rf"(?:{_GIVEN})(?!\p{{L}})(?: (?:ال\p{{L}}+|(?:{_GIVEN})(?!\p{{L}})|\p{{L}}+ی(?= هست)))?"
)
_FULL = rf"(?P<name>{_CAPITAL}(?: {_CAPITAL}){{1,3}})"
BESIDE = (
    regex.compile(
        rf"(?P<lead>(?i:{'|'.join(_ROLES)}))(?P<name>{_WHOLE}(?:{_JOINED}{_WHOLE}){{0,4}})"
    ),
    regex.compile(
        rf"(?P<lead>(?i:\b{_OWN} {_PERSON} |\b{_KNOWN} |\b(?:my|our) {_ENGLISH} ))"
        rf"(?P<name>(?i:{GIVEN_LATIN}))\b"
    ),
    regex.compile(rf"(?P<lead>(?<!\p{{L}}){_ARABIC_KIN} )(?P<name>{_ARABIC_NAME})"),
    regex.compile(rf"(?P<lead>(?<!\p{{L}})من )(?P<name>(?:{_GIVEN})(?: \p{{L}}+)?)(?= هستم)"),
    regex.compile(
        r"(?P<lead>(?<!\p{L})(?:ابني|ابنتي|بنتي|طفلي|طفلتي|زوجي|زوجتي|أخي|أختي) )"
        r"(?P<name>(?!مريض|الصغير|الكبير)\p{L}{2,12})(?= (?:و)?عمر(?:ه|ها)\b)"
    ),
    regex.compile(
        rf"(?P<lead>(?<!\p{{L}})){_FULL}(?=,? ?\(?\[personnummer\])"
        rf"|(?P<lead>\[personnummer\],? ?){_FULL}"
    ),
)
"""Each with the groups `lead` and `name`; `name` may hold several names with "and" between."""
ONE_NAME = regex.compile(rf"{_WHOLE}")
