"""One thing, one entity; and the entities that word lists know."""

from entities_read import entities, read

from tawatur.read.entities import catalogue, known, mentions_in
from tawatur.read.mentions.naming import slug


def test_spellings_of_one_country_are_one_entity() -> None:
    assert set(entities("أمريكا وأميركا والولايات المتحدة والولايات المتحدة الأميركية")) == {"united-states"}


def test_every_demonym_belongs_to_a_listed_entity() -> None:
    language = read("").language
    ids = set(catalogue(language))
    assert [e.data["of"] for e in language.entries["demonym"] if e.data["of"] not in ids] == []


def test_a_country_reached_through_its_adjective() -> None:
    document = read("الوزير الأردني")
    assert known(document, "jordan") == "jordan"
    assert known(document, "jordan") == "jordan"
    assert [e.id for e in document.reading.entities] == ["jordan"]
    assert document.reading.entities[0].name == {"ar": "الأردن", "en": "Jordan"}


def test_a_capital_that_acts_is_its_government() -> None:
    assert entities("أعلنت موسكو دعمها لاتفاق بين طهران وأنقرة") == ["russia", "iran", "turkey"]
    assert entities("وصل إلى موسكو") == ["moscow"]
    assert entities("بموسكو") == ["moscow"]


def test_short_and_full_names_of_a_person() -> None:
    found = entities("أعلن رئيس اللجنة، ماجد الخوري، القرار. وأضاف الخوري أن ماجد الخوري لن يستقيل")
    assert len(found) == 3
    assert len(set(found)) == 1


def test_who_is_called_by_his_family_name_stays_called_so_where_another_is_named_in_passing() -> None:
    told = "قال الوزير ماجد الخوري ذلك. وأضاف الخوري أنه سيعود. "
    passing = "\nوكان ذلك في عهد الرئيس سليم الخوري.\nوأكد الخوري القرار."
    once, often = entities(told + passing), entities(told + "وأعلن الخوري القرار. وقال الخوري ذلك. " + passing)
    assert once[-1] == once[-2]  # of two of whom little was told it is the last
    assert often[-1] == often[0] != often[-2]
    assert entities(told * 3 + "\nوقال الرئيس سليم الخوري ذلك، وأضاف الخوري أنه سيعود.")[-1] != often[0]


def test_a_first_name_is_no_family_name_that_begins_with_the_article() -> None:
    assert len(set(entities("قال الأمير ماجد الفيصل ذلك في منتزه الملك فيصل"))) == 2
    assert len(set(entities("قال الأمير ماجد الفيصل ذلك. وأضاف الفيصل أنه سيعود"))) == 1


def test_joined_and_parted_abd_is_one_name() -> None:
    assert len(set(entities("قال عبد الرحمن السالمي. وقال عبدالرحمن السالمي"))) == 1


def test_a_second_name_in_brackets() -> None:
    assert len(set(entities("تقرير المركز الوطني لأبحاث المناخ (CNRM Institute)"))) == 1


def test_a_ministry_with_and_without_its_country() -> None:
    assert len(set(entities("قالت وزارة الزراعة التونسية. وأضافت وزارة الزراعة"))) == 1


def test_amman_and_oman() -> None:
    assert entities("في الأردن، قال مسؤول في عمان") == ["jordan", "amman"]
    assert entities("زار سلطنة عمان") == ["oman"]


def test_mentions_by_offset() -> None:
    document = read("زار المغرب ثم تونس")
    assert [m.entity for m in mentions_in(document, 0, 18)] == ["morocco", "tunisia"]
    assert [m.entity for m in mentions_in(document, 10, 18)] == ["tunisia"]


def test_a_father_is_not_his_son() -> None:
    found = entities("التقى الأمير خالد بن سعد بن ماجد الكواري. ورحب سعد بن ماجد الكواري بالقرار")
    assert len(set(found)) == 2


def test_a_name_without_its_grandfathers() -> None:
    assert len(set(entities("التقى خالد بن سعد بن ماجد الكواري الوفد. وقال خالد بن سعد الكواري إنه راض"))) == 1


def test_brothers_and_kings_of_one_name_are_two() -> None:
    assert len(set(entities("قال سامي الكواري إن أخاه ماجد الكواري غائب"))) == 2
    assert len(set(entities("الملك محمد السادس ابن الملك الحسن الثاني وحفيد الملك محمد الخامس"))) == 3


def test_a_bare_family_name_of_two_is_the_one_named_last() -> None:
    found = entities("قال سامي الكواري إنه راض. وغاب ماجد الكواري، وأضاف الكواري أنه مريض")
    assert found[2] == found[1] != found[0]


def test_the_family_name_stands_first_in_the_far_east() -> None:
    found = entities("قال الرئيس كانغ سونغ تاي إنه راض. وأضاف كانغ أن المحادثات مستمرة")
    assert len(found) == 2
    assert len(set(found)) == 1


def test_a_short_name_of_two_words() -> None:
    found = entities("منذ عهد الرئيس ماجد عز الدين بن علي. وقد فر بن علي، وأطيح ببن علي")
    assert len(found) == 3
    assert len(set(found)) == 1


def test_one_name_in_two_spellings_within_a_report() -> None:
    assert len(set(entities("قال الوزير بافيل غرودينين. وأضاف بافيل جرودينين أنه راض"))) == 1
    assert len(set(entities("قال الوزير حسن الكواري. وأضاف حسين الكواري أنه راض"))) == 2


def test_a_name_that_begins_with_lam_needs_no_article() -> None:
    assert len(set(entities("قال اللاعب مانويل لانزيني إنه راض. وسبق للانزيني أن لعب"))) == 1


def test_one_body_in_two_spellings_of_its_country() -> None:
    assert len(set(entities("قالت المحكمة الدستورية الأميركية. وأضافت المحكمة الدستورية الأمريكية"))) == 1


def test_identifiers_of_countries() -> None:
    [entity] = read("زار المغرب").reading.entities
    assert entity.wikidata == "Q1028"


def test_one_ministry_under_its_long_and_its_short_name() -> None:
    found = entities("قالت وزارة الصحة والسكان المصرية إن وزارة الصحة راضية، ونفت الصحة المصرية ذلك")
    assert set(found) == {"egypt-health-ministry"}
    assert set(entities("قالت وزارة خارجية مملكة البحرين إن وزارة الخارجية البحرينية راضية")) == {
        "bahrain-foreign-ministry"
    }


def test_ministries_of_two_countries_are_two() -> None:
    found = entities("قالت وزارة الصحة المصرية إنها راضية. وفي ليبيا قالت وزارة الصحة الليبية إن وزارة الصحة قلقة")
    assert found == ["egypt-health-ministry", "libya", "libya-health-ministry", "libya-health-ministry"]


def test_an_acronym_in_brackets_and_after() -> None:
    found = entities("أعلن المركز الوطني لأبحاث المناخ (CNR) أن CNR قلق")
    assert len(found) == 3
    assert len(set(found)) == 1
    assert set(entities("قالت منظمة الأغذية والزراعة للأمم المتحدة (الفاو) إن الفاو قلقة")) == {"fao"}
    assert entities("قصفت مدينة الفاو") == ["al-faw"]


def test_a_name_of_many_is_the_one_that_the_report_names_in_full() -> None:
    assert len(set(entities("قال الهلال الأحمر اليمني إنه جاهز. وأضاف الهلال الأحمر"))) == 1
    assert entities("قال الهلال الأحمر إنه جاهز") == ["red-crescent"]


def test_the_red_cross_is_the_international_one_of_its_report() -> None:
    assert set(entities("قالت اللجنة الدولية للصليب الأحمر ذلك. وأضاف الصليب الأحمر")) == {"icrc"}
    assert entities("قال الصليب الأحمر إنه جاهز") == ["red-cross"]


def test_a_place_of_the_lists_without_its_article_after_what_it_is() -> None:
    assert entities("سقطت أمطار على محافظة أنبار") == entities("سقطت أمطار على محافظة الأنبار")


def test_armed_forces_and_intelligence_are_no_ministry() -> None:
    found = entities("أعلنت القوات المسلحة الإماراتية ذلك، ونفت الاستخبارات الروسية، وقالت وزارة الدفاع الإماراتية")
    assert "united-arab-emirates-defence-ministry" in found
    assert len(set(found)) == 3
    assert "russia-intelligence-ministry" not in found


def test_a_son_of_the_same_name_is_another_man() -> None:
    first, son, again, father = entities("قال دونالد ترامب إن دونالد ترامب الابن وصل. وأكد ترامب الابن ذلك ونفاه ترامب")
    assert (first, son) == (father, again)
    assert first != son


def test_a_leader_s_family_name_is_the_group_after_words_of_fighting() -> None:
    assert entities("اعترضت صواريخ الحوثي فوق المدينة") == entities("هاجم الحوثيون المدينة")


def test_a_long_name_has_a_short_id_of_its_own() -> None:
    one, two = (slug("شركة صناعات الأغذية والمشروبات الغازية والعصائر " + end) for end in ("الأولى", "الأخيرة"))
    assert one != two
    assert len(one) <= 40
    assert one.startswith("shrkh-snaaat")
