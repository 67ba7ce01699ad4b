"""English adjectives of countries ("Pakistani", "Swiss"), by country. They follow no rule of endings: "Airline" ends as
"Argentine" does."""

from __future__ import annotations

_BY_COUNTRY = """
AD Andorran, AE Emirati, AF Afghan, AG Antiguan, AL Albanian, AM Armenian, AO Angolan, AR
Argentine/Argentinian/Argentinean, AT Austrian, AU Australian, AZ Azerbaijani/Azeri, BA Bosnian, BB Barbadian, BD
Bangladeshi, BE Belgian, BF Burkinabe, BG Bulgarian, BH Bahraini, BI Burundian, BJ Beninese, BN Bruneian, BO Bolivian,
BR Brazilian, BS Bahamian, BT Bhutanese, BW Botswanan, BY Belarusian/Belarussian, BZ Belizean, CA Canadian, CD
Congolese, CF Central African, CG Congolese, CH Swiss, CI Ivorian, CL Chilean, CM Cameroonian, CN Chinese, CO
Colombian, CR Costa Rican, CU Cuban, CV Cape Verdean, CY Cypriot, CZ Czech, DE German, DJ Djiboutian, DK Danish, DM
Dominican, DO Dominican, DZ Algerian, EC Ecuadorian/Ecuadorean, EE Estonian, EG Egyptian, ER Eritrean, ES Spanish, ET
Ethiopian, FI Finnish, FJ Fijian, FM Micronesian, FR French, GA Gabonese, GB British/English/Scottish/Welsh/Northern
Irish, GD Grenadian, GE Georgian, GH Ghanaian, GM Gambian, GN Guinean, GQ Equatorial Guinean, GR Greek, GT Guatemalan,
GW Bissau-Guinean, GY Guyanese, HK Hong Kong, HN Honduran, HR Croatian/Croat, HT Haitian, HU Hungarian, ID Indonesian,
IE Irish, IL Israeli, IN Indian, IQ Iraqi, IR Iranian, IS Icelandic, IT Italian, JM Jamaican, JO Jordanian, JP
Japanese, KE Kenyan, KG Kyrgyz, KH Cambodian, KI I-Kiribati, KM Comorian, KN Kittitian, KP North Korean, KR South
Korean/Korean, KW Kuwaiti, KZ Kazakh/Kazakhstani, LA Lao/Laotian, LB Lebanese, LC Saint Lucian, LI Liechtenstein, LK
Sri Lankan, LR Liberian, LS Basotho, LT Lithuanian, LU Luxembourgish, LV Latvian, LY Libyan, MA Moroccan, MC
Monegasque, MD Moldovan, ME Montenegrin, MG Malagasy, MH Marshallese, MK Macedonian/North Macedonian, ML Malian, MM
Burmese/Myanmar, MN Mongolian, MR Mauritanian, MT Maltese, MU Mauritian, MV Maldivian, MW Malawian, MX Mexican, MY
Malaysian, MZ Mozambican, NA Namibian, NE Nigerien, NG Nigerian, NI Nicaraguan, NL Dutch, NO Norwegian, NP
Nepali/Nepalese, NR Nauruan, NZ New Zealand, OM Omani, PA Panamanian, PE Peruvian, PG Papua New Guinean, PH
Philippine/Filipino, PK Pakistani, PL Polish, PR Puerto Rican, PS Palestinian, PT Portuguese, PW Palauan, PY
Paraguayan, QA Qatari, RO Romanian, RS Serbian/Serb, RU Russian, RW Rwandan, SA Saudi/Saudi Arabian, SB Solomon
Islands, SC Seychellois, SD Sudanese, SE Swedish, SG Singaporean, SI Slovenian/Slovene, SK Slovak/Slovakian, SL Sierra
Leonean, SM Sammarinese, SN Senegalese, SO Somali, SR Surinamese, SS South Sudanese, ST Santomean, SV
Salvadoran/Salvadorean, SY Syrian, SZ Swazi, TD Chadian, TG Togolese, TH Thai, TJ Tajik/Tajikistani, TL Timorese/East
Timorese, TM Turkmen, TN Tunisian, TO Tongan, TR Turkish, TT Trinidadian, TV Tuvaluan, TW Taiwanese, TZ Tanzanian, UA
Ukrainian, UG Ugandan, US American, UY Uruguayan, UZ Uzbek, VA Vatican, VC Vincentian, VE Venezuelan, VN Vietnamese,
VU Vanuatuan, WS Samoan, XK Kosovar/Kosovan, YE Yemeni, ZA South African, ZM Zambian, ZW Zimbabwean, SU Soviet, YU
Yugoslav/Yugoslavian, CS Czechoslovak
"""
"""The countries of the gazetteer, save territories without a word of their own, and three that are no more: a closed
class."""


def _read(table: str) -> dict[str, tuple[str, ...]]:
    entries = (entry.strip().split(" ", 1) for entry in " ".join(table.split()).split(","))
    return {code: tuple(forms.split("/")) for code, forms in entries}


ADJECTIVES = _read(_BY_COUNTRY)
"""The adjectives of each country, by ISO 3166-1 code."""
_ALL = frozenset(form for forms in ADJECTIVES.values() for form in forms)


def is_national(words: str) -> bool:
    """Whether words are the adjective of a country and nothing else: "North American" and "Hask Swiss" are none."""
    return words in _ALL
