"""The stories that the findings tests read: two or three short accounts of one invented event each."""

from __future__ import annotations

from .telling import article

BRIDGE = (
    article(
        "Post",
        "The old footbridge over the Lisk collapsed on Tuesday evening, killing 12 people, police said. "
        "Forty-three people were injured in the collapse. The bridge was 120 metres long. "
        "The council spent 3.4 million crowns on repairs last autumn.\n"
        "In February, a smaller bridge at Ravnik gave way and two people were killed.",
    ),
    article(
        "Courier",
        "Fourteen people were killed when the old footbridge over the Lisk collapsed on Tuesday evening. "
        "At least forty people were injured in the collapse. The bridge was 394 feet long. "
        "Repairs last autumn cost the council 3.4 million crowns.\nRescuers used 30 boats.",
    ),
)
LANDSLIDE = (
    article(
        "Alpha",
        "A landslide buried the village of Hestad on Sunday. The slide killed 26 villagers. Rescuers pulled 17 people "
        "alive from the mud. Nine of the dead were children. Around 300 people had to leave their homes. "
        "The road to Hestad is closed for 12 kilometres.",
    ),
    article(
        "Beta",
        "The landslide in Hestad on Sunday killed 26 villagers, nine of them children. More than 310 people had to "
        "leave their homes. Rescuers pulled 11 people alive from the mud. The road is closed for seven miles. "
        "In December, a landslide at Moen killed four villagers.",
    ),
)
FERRIES = (
    article(
        "Gazette",
        "Norland will buy four ferries from the Tarvik shipyard in a deal worth $5.5 billion. The deal was signed in "
        "Sund on June 9, 2031. The ferries are 120 metres long. The first ferry will sail in 2034. A second deal, for "
        "the harbour cranes, is worth $310 million.\n"
        "Transport Minister Katherine Moll called it a good day for the islands.",
    ),
    article(
        "Ledger",
        "The ferry deal with the Tarvik shipyard is worth $5.43 billion. The deal was signed in Sund on June 10, 2031. "
        "Each ferry is 394 feet long. The first ferry will sail in 2034.\n"
        "Transport Minister Kathryn Moll called it a good day for the islands.",
    ),
)
TRIAL = (
    article(
        "Echo",
        "The court in Sund opened the trial of the two bankers on Monday, June 10. The trial is to last three weeks. "
        "Judge Paul Ferrand read the charges at 9 a.m. The court rose at 3:33 p.m. for the day. "
        "The bankers were arrested in March 2030.",
    ),
    article(
        "Dial",
        "The trial of the two bankers opened on Tuesday, June 10, in a court in Sund. Judge Paul Ferrand read out the "
        "charges at 11:30 a.m. The court rose at about 3:30 p.m. for the day. A verdict is expected in July.",
    ),
)
LATER = (
    article("Early", "The reactor at Vik was shut down on Wednesday after a leak in the cooling pipe."),
    article(
        "Late",
        "The reactor at Vik was shut down on Wednesday after a leak in the cooling pipe.",
        published="2031-06-19",
    ),
)
SPEECH = (
    article(
        "Herald",
        "The mayor of Sund, Ada Kjell, spoke to the fishermen on Tuesday. “We will not leave a single family of this "
        "harbour without work before the winter comes,” Kjell said. “The state must now honour the promise that it "
        "gave to the fishermen in the spring,” she told the crowd. Kjell said that the quota was a critical question "
        "for the town.",
    ),
    article(
        "Mirror",
        "Mayor Ada Kjell promised help at a meeting in Sund. “We will not leave a single family of this town without "
        "pay before the winter comes,” Kjell said. “The state must now honor the promise … to the fishermen in the "
        "spring,” Kjell added. She called the meeting “critical”.",
    ),
    article(
        "Sentinel",
        "Ada Kjell, the mayor, met the fishermen. “We will not leave a single family of this harbour without work,” "
        "Kjell said. “The state must keep the promise that it made to our children in the school,” teacher Tor Hamre "
        "said. Boats were decked with flags.",
    ),
)
FIRE = (
    article(
        "North",
        "“We will do everything to find the people who are responsible for this terrible fire,” Police Chief Mia "
        "Strand said. The fire in the market hall killed five traders.",
    ),
    article(
        "South",
        "“We will do everything to find those who are responsible for this cruel fire,” Interior Minister Olav Dahl "
        "said. The market hall fire killed five traders. A fire in the same hall killed nine traders in 2019.",
    ),
)
RADAR = (
    article(
        "Star",
        "The rebels said that their drones had destroyed the radar station at Vik. The army denied that its radar "
        "station had been hit. The rebels' claim could not be independently verified. It snowed in the mountains.",
    ),
    article(
        "Sun",
        "Rebels claimed to have destroyed the radar station at Vik with drones. The army dismissed the claim as "
        "propaganda. The border post at Vik is closed.",
    ),
)
SINKING = (
    article(
        "Star",
        "The ferry sank on Sunday. It is not known why the ferry sank. Twelve people swam ashore.",
    ),
    article("Sun", "The ferry sank on Sunday. The harbour office said an engine had failed."),
)
TREATY = (
    article(
        "Tribune",
        "Norland signed the fishing treaty on Monday. Operation Grey Net, which ended in April, was aimed at "
        "smugglers. The minister closed the port of Sund. The council repaired the sea wall.",
    ),
    article(
        "Globe",
        "Norland refused to sign the fishing treaty on Monday. Operation Grey Net, an ongoing campaign against "
        "smugglers, has cost 20 million crowns. The minister tried to close the port of Sund. "
        "The council will repair the sea wall.",
    ),
)
DAM = (
    article(
        "Wire",
        "The dam was badly built on soft ground and had been leaking for years, engineer Lotte Brand said on "
        "Monday. Brand said that "
        "400 houses must be pulled down. The government ordered an inquiry.",
    ),
    article(
        "Daily",
        "The dam was badly built on soft ground and had been leaking for years. The government has ordered an "
        "inquiry. The inquiry "
        "will be led by a judge.",
    ),
)
ALL = {
    "bridge": BRIDGE, "landslide": LANDSLIDE, "ferries": FERRIES, "trial": TRIAL, "later": LATER, "speech": SPEECH,
    "fire": FIRE, "radar": RADAR, "sinking": SINKING, "treaty": TREATY, "dam": DAM,
}  # fmt: skip
