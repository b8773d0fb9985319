# The words of the theme in French. en.ftl says where each stands.
# What somebody does is said by a noun after a dash: it fits a speaker of either gender and number.

## What joins words

comma = ,
semicolon = { "\u00A0" };
colon = { "\u00A0" }:
open-quote = «{ "\u00A0" }
close-quote = { "\u00A0" }»
and-then = { $first } et { $next }
and-more-names = { $names } et { $n } autres
name-month = { $name }{ "\u00A0" }: { $month }

## Dates

date-full = { $weekday } { $day } { $month } { $year }
date-day = { $day } { $month } { $year }
date-short = { $day } { $month }
month-year = { $month } { $year }
day-first = 1er
year-bc = { $year } av. J.-C.
weekday-1 = lundi
weekday-2 = mardi
weekday-3 = mercredi
weekday-4 = jeudi
weekday-5 = vendredi
weekday-6 = samedi
weekday-7 = dimanche
weekday-short-1 = lu
weekday-short-2 = ma
weekday-short-3 = me
weekday-short-4 = je
weekday-short-5 = ve
weekday-short-6 = sa
weekday-short-7 = di
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-of-1 = { month-1 }
month-of-2 = { month-2 }
month-of-3 = { month-3 }
month-of-4 = { month-4 }
month-of-5 = { month-5 }
month-of-6 = { month-6 }
month-of-7 = { month-7 }
month-of-8 = { month-8 }
month-of-9 = { month-9 }
month-of-10 = { month-10 }
month-of-11 = { month-11 }
month-of-12 = { month-12 }
season-21 = printemps
season-22 = été
season-23 = automne
season-24 = hiver
season-other = une partie de

## How exact a date is

when-about = vers le { $date }
when-perhaps = peut-être { $date }
when-perhaps-about = peut-être vers le { $date }
when-day-in-month = un jour de { $month }
when-day-in-year = un jour de { $year }
when-month-of-year = un mois de { $year }
when-decade = une année entre { $decade }0 et { $decade }9
when-century = une année entre { $century }00 et { $century }99
when-some-year = une année, { $year }
when-span = { $start } – { $end }
when-from-on = à partir de{ "\u00A0" }: { $start }
when-from-unknown = depuis{ "\u00A0" }: { $start }, fin inconnue
when-until = jusqu’à{ "\u00A0" }: { $end }
when-until-unknown = jusqu’à{ "\u00A0" }: { $end }, début inconnu
when-unknown = date inconnue
when-unknown-alone = Date inconnue
when-or-before = { $date } ou avant
when-or-after = { $date } ou après
when-since = depuis{ "\u00A0" }: { $date }
when-clock = { $date }, { $time }
when-phrase = { $when }{ "\u00A0" }; selon les mots de la source, «{ "\u00A0" }{ $phrase }{ "\u00A0" }»
as-of = état au { $date }

## Counts

count-items = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}
count-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
count-entries = { $n ->
    [one] { $n } entrée
   *[other] { $n } entrées
}
count-editions = { $n ->
    [one] { $n } édition
   *[other] { $n } éditions
}
count-notes = { $n ->
    [one] { $n } note
   *[other] { $n } notes
}
count-corrections = { $n ->
    [one] { $n } rectificatif
   *[other] { $n } rectificatifs
}
count-events = { $n ->
    [one] { $n } événement
   *[other] { $n } événements
}
count-claims = { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
}
count-denials = { $n ->
    [one] { $n } démenti
   *[other] { $n } démentis
}
count-figures = { $n ->
    [one] { $n } chiffre
   *[other] { $n } chiffres
}
count-quotations = { $n ->
    [one] { $n } citation
   *[other] { $n } citations
}
count-reports = { $n ->
    [one] { $n } dépêche
   *[other] { $n } dépêches
}
count-sources = { $n ->
    [one] { $n } source
   *[other] { $n } sources
}
count-more-answers = { $n ->
    [one] { $n } autre réponse
   *[other] { $n } autres réponses
}
days-with-entries = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} avec des articles
items-by-day = { $n ->
    [one] { $n } article
   *[other] { $n } articles
}, par jour
topics-by-name = { $n ->
    [one] { $n } sujet
   *[other] { $n } sujets
} par nom
size-kb = { $n } Ko

## The frame of all pages

skip = Aller au texte
nav-site = Site
nav-about = À propos et archives
nav-languages = Langues
feed = Flux
menu-home = Dernière édition
menu-topic = Sujets
menu-place = Lieux
menu-actor = Groupes
menu-person = Personnes
menu-source = Sources
menu-event = Événements
menu-claims = Déclarations
menu-losses = Pertes
menu-timeline = Chronologie
menu-briefings = Éditions
menu-notes = Notes
menu-archive = Archives
menu-search = Recherche
status-several = Plusieurs sources
key-several = indépendantes les unes des autres
status-one = Une source
key-one = et personne ne contredit
status-disputed = Contesté
key-disputed = affirmé et démenti
status-not-known = Inconnu
key-not-known = ou sans réponse
colophon = Le magenta, signé «{ "\u00A0" }Rédaction{ "\u00A0" }», est la voix de { $desk }. Tout le reste vient de la source ou dit de qui il vient. Aucun script, aucun cookie, rien n’est chargé d’ailleurs.
before = Avant{ "\u00A0" }:
after = Après{ "\u00A0" }:
language-name = Français
in-language = { $language }
language-ar = en arabe
language-en = en anglais
language-fr = en français
language-ru = en russe
language-uk = en ukrainien

## The page for what is not found, and for what has moved

not-found = Introuvable
not-here = Cette page n’est pas ici
not-here-why = L’adresse est peut-être mal saisie. Les pages de ce site gardent leur adresse{ "\u00A0" }: ce qui a été publié se retrouve par son jour ou par un nom qui y figure.
where-to-look = Où chercher
newest-label = Le plus récent{ "\u00A0" }:
moved-title = Déplacée
moved = Cette page a été déplacée
moved-link = Elle est maintenant ici

## Editions

edition-label = Édition{ "\u00A0" }:
edition-number = Édition { $number }
edition-own-page = La page de cette édition
nothing-yet = Rien n’est encore publié
day-page = La page du jour
taken-in = Dépêches prises en compte jusqu’à { $time } le { $date }.
released-on = Parue à { $time } le { $date }. Son texte reste tel quel.
since-release = Depuis :
how-things-stand = Où en sont les choses
trend-deteriorated = dégradation
trend-improved = amélioration
trend-unchanged = inchangé
alert-risk = risque à suivre
alert-opportunity = ouverture à suivre
added-up = Additionné par la rédaction
outlook = Perspectives
citing-edition = Pages qui citent cette édition
end-of-edition = Fin de l’édition. Vous êtes à jour.
nav-editions = Éditions
topics = Sujets
since-this-edition = Depuis cette édition
since-before = Depuis l’édition précédente
since-edition-of = Depuis l’édition du { $edition }
new-label = Nouveau{ "\u00A0" }:
no-denial = aucun démenti
denied-label = Démenti{ "\u00A0" }:
changed-label = Modifié{ "\u00A0" }:
withdrawn-label = Retiré{ "\u00A0" }:
archive = Archives
newest-first = Les plus récentes d’abord
about-briefings = Toutes les éditions, les plus récentes d’abord

## Days, months, years

events-of-day = Événements de ce jour
events-of-day-why = Ce qui est daté de ce jour, quel que soit le moment où on l’a appris.
notes-of-day = Notes écrites ce jour
citing-day = Pages qui citent ce jour
end-of-day = Fin de la journée.
nav-days = Jours
about-entry = { $name } dans { $n ->
    [one] { $n } dépêche
   *[other] { $n } dépêches
}
about-day = { $date }{ "\u00A0" }: { $n ->
    [one] { $n } dépêche
   *[other] { $n } dépêches
}
about-by-day = { $date }{ "\u00A0" }: { $n ->
    [one] { $n } dépêche
   *[other] { $n } dépêches
}, par jour
month = Mois
by-day = Par jour
months = Mois
year = Année
year-lead = Les petits nombres comptent nos articles d’un jour, non ce qui s’y est passé.
nav-years = Années
table-of = { $name }, tableau

## Articles

summary = Résumé
in-short = En bref, selon les mots de la rédaction
nav-reports = Dépêches par date
figures = Chiffres
linked-from = Liens de cette page
near-to-it = À rapprocher
named-by-desk = indiqué par la rédaction
also-on = aussi sur { $names }
elsewhere = Ailleurs
citing-this = Pages qui citent celle-ci
photo-not-loaded = Photographie non chargée, pour économiser les données.
photo-not-held = Photographie non conservée ici.
photo-shows = On y voit{ "\u00A0" }:
photo-view = Voir
photo-open = Voir la photographie
photo-larger = Plus grande
photo-size-most = { $n } Ko au plus
source = Source
wire-label = agence{ "\u00A0" }:
report-at-source = L’article à sa source
archived-copy = copie archivée
changed-on = Modifié le { $date }.
read-on = Lu par la rédaction le { $date }.
written-by = Écrit par { $desk }.
rights-excerpt = Résumé et courtes citations seulement. Le texte complet est à sa source.
rights-licensed = Reproduit sous licence.
rights-licensed-as = Reproduit sous licence{ "\u00A0" }: { $licence }.
rights-public-domain = Dans le domaine public.
rights-licence = Licence{ "\u00A0" }: { $licence }.
feed-rights-excerpt = Résumé et courtes citations ; l’article est à sa source

## The desk's notes

desk = Rédaction
withdrawn-title = Cet article a été retiré
withdrawn-report = Un article retiré
corrections = Rectificatifs
corrections-lead = Ce qui était inexact ici et a été rectifié, du plus récent au plus ancien. Ce que les lecteurs ont reçu est barré, non effacé.
correction-kind-correction = Rectificatif
correction-kind-clarification = Précision
correction-kind-update = Mise à jour
correction-kind-refile = Nouvelle version
correction-kind-withdrawal = Retrait
note-kind-context = contexte
note-kind-method = méthode
note-kind-caution = prudence
note-kind-update = mise à jour
note-about = À propos de cette note
note-words = Les mots de cette page sont ceux de { $desk }, et non ceux d’une source.
note-words-by = Les mots de cette page sont ceux de { $desk }, par { $author }, et non ceux d’une source.
note-on-label = Sur{ "\u00A0" }:
note-on-what = Sur { $what }
note-on = Note sur { $what }
note-from-desk = Note de la rédaction
note-whole = La note entière
citing-note = Pages qui citent cette note
notes-title = Notes de la rédaction
notes-lead = Les remarques de la rédaction elle-même, les plus récentes d’abord. Chacune figure aussi à côté de ce dont elle parle.
about-notes = Les remarques de la rédaction elle-même, les plus récentes d’abord
back-to-text = Retour au texte, à la note { $n }

## Topics, places, groups, people, sources, events

kind-topic = Sujet
kind-place = Lieu
kind-actor = Groupe
kind-person = Personne
kind-source = Source
kind-event = Événement
unnamed-person = Une personne non nommée
nothing-on-file = La rédaction n’a encore rien au dossier sur ce nom. Cette page donne les dépêches qui l’emploient.
on-file = Ce que la rédaction a au dossier
people-and-groups = Personnes et groupes
newest-on = dernier le { $date }
also-called = Aussi{ "\u00A0" }:
page-on = La page sur { $name }
they-say = Ce qui est dit, et ce qu’il en est advenu
open-questions = Questions ouvertes
open-since = Ouverte depuis le { $date }
open-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
} à la dernière dépêche
day-by-day = Jour par jour
day-by-day-how = Le trait dit à quel point le fait est établi. Là où il commence, finit et s’estompe, il dit avec quelle précision les jours sont connus.
timeline = Chronologie
losses = Pertes
older-figures = { $n ->
    [one] { $n } chiffre plus ancien se trouve avec sa dépêche
   *[other] { $n } chiffres plus anciens se trouvent avec leurs dépêches
}{ "\u00A0" }; { $all }.
all-losses = toutes les pertes par mois
reports-by-day = Dépêches par jour, les plus récentes d’abord
part-of-what = Fait partie de { $name }.
index = Index
nav-letters = Lettres
about-index-topic = Tous les sujets, par nom
about-index-place = Tous les lieux, par nom
about-index-actor = Tous les groupes, par nom
about-index-person = Toutes les personnes, par nom
about-index-source = Toutes les sources, par nom
about-index-event = Tous les événements, par nom
feeds = Flux
feeds-how = Mettez l’une de ces adresses dans un lecteur de flux pour recevoir chaque nouvelle dépêche sur ce sujet{ "\u00A0" }:

## Facts of the registry: a label, and words for what is known

fact-events = Événements
fact-people = Personnes
fact-claims-or-holds = Revendique ou tient
fact-not-independent-by = Cité comme non indépendant par
fact-side-in = Partie dans
fact-groups = Groupes
fact-sides = Parties
fact-kind = Genre
fact-side = Partie
fact-part-of = Fait partie de
fact-parts = Composants
fact-active = En activité
fact-role = Fonction
fact-country = Pays
fact-language = Langue
fact-not-independent-of = Non indépendant de
fact-address = Adresse
fact-when = Quand
fact-where = Où
fact-position = Position
fact-exactness = Exactitude
fact-claimed-by = Revendiqué par
fact-held-by = Tenu par
position-kept = non publiée, pour protéger les gens sur place
north = { $degrees }° N
south = { $degrees }° S
east = { $degrees }° E
west = { $degrees }° O
precision-place = le lieu même
precision-near = près de cette position
precision-adm2 = quelque part dans le district
precision-adm1 = quelque part dans la province
precision-region = quelque part dans la région
precision-country = quelque part dans le pays
precision-sea = en mer ou dans les airs
actor-kind-state-forces = Forces de l’État
actor-kind-rebel-groups = Groupes rebelles
actor-kind-political-militias = Milices politiques
actor-kind-identity-militias = Milices identitaires
actor-kind-rioters = Émeutiers
actor-kind-protesters = Manifestants
actor-kind-civilians = Civils
actor-kind-external-other-forces = Forces extérieures ou autres

## Maps

where = Où
where-it-is = Où il se trouve
map-marks = Une marque dit qui tient un lieu.
map-hatched = Hachures{ "\u00A0" }: plus d’un le revendique.
map-rings = Anneau pointillé{ "\u00A0" }: quelque part à proximité, dans les 25 km.
map-borders = Frontières { $whose }{ "\u00A0" }; en tirets là où elles sont contestées. Côtes et frontières{ "\u00A0" }: Natural Earth.
borders-un = proches de la vue des Nations unies
borders-de-facto = telles que tenues sur le terrain, selon Natural Earth
map-in-words = La carte en mots
unit-km = km
map-triangle = Triangle{ "\u00A0" }:
map-cross = Croix{ "\u00A0" }:
map-claimed-by = revendiqué par { $who }
map-held-by = tenu par { $who }
map-absent = hors de la carte{ "\u00A0" }: { $why }
absent-unplaced = aucune position au dossier
absent-wide = connu sans plus d’exactitude
absent-kept-back = position tue, pour protéger les gens sur place
absent-outside = en dehors de cette carte
absent-crowded = la carte donne les lieux les plus cités
map-further = { $n ->
    [one] { $n } autre lieu, moins souvent cité
   *[other] { $n } autres lieux, moins souvent cités
}
map-alt-region = Carte de la région de { $name }, sans lieux.
map-alt-topic = { $n ->
    [one] Carte{ "\u00A0" }: { $places }, lieu cité dans les dépêches sur { $name }.
   *[other] Carte{ "\u00A0" }: { $places }, lieux cités dans les dépêches sur { $name }.
}
map-alt-edition = Carte{ "\u00A0" }: { $places }, cités dans les articles de cette édition.
map-alt-place = Carte{ "\u00A0" }: où se trouve { $name }.
map-alt-place-with = Carte{ "\u00A0" }: où se trouve { $name }, avec { $places } autour.

## Who says what

ledger = Registre
claims-title = Déclarations
claims-lead = Chaque phrase avec qui la dit. Un démenti se tient à côté de ce qu’il dément{ "\u00A0" }; là où personne ne répond, c’est dit.
about-claims = Qui dit quoi, et qui le dément, par sujet
no-topic = Sans sujet
more-claims-in-data = { $n ->
    [one] { $n } autre déclaration{ "\u00A0" }: elle se trouve avec sa dépêche
   *[other] { $n } autres déclarations{ "\u00A0" }: elles se trouvent avec leurs dépêches
}, et dans { $file }.
as-data = En données{ "\u00A0" }:
who-says-what = Qui dit quoi
verb-says = – déclaration
verb-denies = – démenti
verb-confirms = – confirmation
verb-concedes = – concession
verb-retracts = – rétractation
verb-reports = – information
reply-says = { $who } – déclaration{ "\u00A0" }:
reply-denies = { $who } – démenti{ "\u00A0" }:
reply-confirms = { $who } – confirmation{ "\u00A0" }:
reply-concedes = { $who } – concession{ "\u00A0" }:
reply-retracts = { $who } – rétractation{ "\u00A0" }:
reply-reports = { $who } – information{ "\u00A0" }:
said-unnamed = Locuteur non nommé
said-in = Lieu{ "\u00A0" }: { $place }
said-in-after = lieu{ "\u00A0" }: { $place }
said-implied = De façon implicite
said-implied-after = de façon implicite
said-about = À propos de{ "\u00A0" }: { $event }.
report = Dépêche
in-text = Dans le texte
besides = En outre
no-answer = Aucune réponse dans les dépêches de la rédaction
no-answer-from = Aucune réponse de { $who } dans les dépêches de la rédaction.
accounts-differ = Récits divergents
in-what = Dans { $what }
whose-word-claims = Sur la parole de qui cela repose{ "\u00A0" }: { $n ->
    [one] { $n } déclaration
   *[other] { $n } déclarations
}
voices-more = et { $n } autres
reports-from = { $reports } de { $sources }.
count-independent = { $n ->
    [one] { $n } source indépendante
   *[other] { $n } sources indépendantes
}
says-nothing = Ne dit rien dans les dépêches de la rédaction
more-with-reports = { $n ->
    [one] { $n } autre se trouve avec sa dépêche
   *[other] { $n } autres se trouvent avec leurs dépêches
}{ "\u00A0" }; { $all }.
all-claims = toutes les déclarations par mois
no-named-source = Aucune source nommée
status-independent = { $n ->
    [one] { $n } source indépendante
   *[other] { $n } sources indépendantes
}
judged-corroborated = Corroboré par la rédaction
judged-confirmed = Confirmé par la rédaction
judged-discounted = Écarté par la rédaction
judged-withdrawn = Retiré par la rédaction
event-set-aside = Écarté par la rédaction
event-upheld = Retenu par la rédaction
event-no-report = Aucune dépêche au dossier
why-wire = { $outlets } reprennent l’agence { $wire }{ "\u00A0" }: une seule source.
why-affiliated = { $outlets } ne sont pas indépendants entre eux{ "\u00A0" }: une seule source.
why-one-outlet = { $outlets }{ "\u00A0" }: plusieurs dépêches, une seule source.
why-tied = { $outlets } sont liés par une agence ou une affiliation{ "\u00A0" }: une seule source.
why-desk = Ce que la rédaction écrit elle-même repose sur le reste{ "\u00A0" }: ce n’est pas une source en soi.

## Losses

losses-title = Pertes
losses-lead = Chaque chiffre avec qui le donne, de qui, et sur quels jours. Rien ici n’est additionné par une machine.
about-losses = Qui compte les pertes de qui, et sur quels jours
metric-killed = tués
metric-injured = blessés
metric-missing = disparus
metric-captured = capturés
metric-displaced = déplacés
metric-title-killed = Tués
metric-title-injured = Blessés
metric-title-missing = Disparus
metric-title-captured = Capturés
metric-title-displaced = Déplacés
number-about = environ { $n }
number-least = { $n } ou plus
number-between = { $low }–{ $high }
number-dozens = des dizaines
number-hundreds = des centaines
number-words = pas de chiffre
number-unknown = inconnu
number-none = aucun
side-both = les deux parties
side-civilians = civils
direction-own = pertes propres
direction-enemy = pertes de l’adversaire
direction-own-and-enemy = pertes propres et de l’adversaire
direction-third-party = tiers
figures-caption = { $metric }, selon qui est nommé. Les parties et les périodes diffèrent{ "\u00A0" }: les lignes ne doivent pas être additionnées.
bars-run = Les barres vont de 0 à { $n }.
of-whom-says-whom = De qui, selon qui
of-whom-which-days = De qui, sur quels jours
number = Nombre
says-who = Selon { $who }
unattributed = Sans attribution
speaker-not-named = locuteur non nommé
no-event = D’aucun événement au dossier
rows-do-not-add = Les lignes ne s’additionnent pas{ "\u00A0" }: les parties et les périodes diffèrent, et une même mort peut figurer dans plusieurs.
bars = Barres{ "\u00A0" }:
scale = { $metric } de 0 à { $n }
losses-table = Pertes, { $name }, tableau
other-figures = autres chiffres
also-in = aussi le { $date }
no-word = rien
range-same = tous disent { $n }
range-same-about = tous disent environ { $n }
range-between = de { $low } à { $high }
range-between-about = d’environ { $low } à { $high }
range-open = à partir de { $low }, sans limite haute
range-open-about = à partir d’environ { $low }, sans limite haute
desk-sum = Rédaction, somme
sum-from = { $totals }, additionné par la rédaction à partir de { $parts }.
sum-total = { $metric }{ "\u00A0" }: { $number }
sum-total-about = { $metric }{ "\u00A0" }: environ { $number }
sum-between = { $low } à { $high }
sum-or-more = { $n } ou plus

## Timeline

timeline-title = Chronologie
timeline-lead = Les événements selon le premier jour où ils ont pu commencer. La bande sous chacun montre les jours du mois où il a pu avoir lieu{ "\u00A0" }: pleine là où il a duré, creuse là où c’était l’un de ces jours, brisée là où une limite n’est pas connue exactement.
about-timeline = Les événements dans l’ordre où ils ont pu avoir lieu
begun-earlier = Commencé plus tôt
perhaps-in-month = Peut-être ce mois-ci
older-events = { $n ->
    [one] { $n } événement plus ancien peut toucher à ce mois{ "\u00A0" }; il se trouve au mois où il a pu commencer.
   *[other] { $n } événements plus anciens peuvent toucher à ce mois{ "\u00A0" }; ils se trouvent au mois où ils ont pu commencer.
}
no-day-known = Aucun jour connu

## The search page

search-label = Mots des titres, des résumés, des phrases relevées et des noms
search-found = Trouvé :
search-none = Aucun résultat. Essayez les premières lettres d’un nom, ou un index ci-dessous.
search-failed = Une partie de l’index n’a pas pu être chargée. Les index ci-dessous fonctionnent sans elle.
search-more = Suite
search-indexes = Index

## Éditions en texte et par courriel

text-note = note
struck-out = rayé
of-whom = De qui
says-whom = Selon qui
figures-as-given = Chiffres donnés par ceux qui sont nommés. Les lignes ne doivent pas être additionnées.
text-more-claims = { $n ->
    [one] { $n } autre déclaration figure avec l’article.
   *[other] { $n } autres déclarations figurent avec l’article.
}
text-sum = { $totals }, additionnés par la rédaction.
text-on-web = Cette édition sur le Web{ "\u00A0" }:
mail-read = La lire sur le Web
mail-text-long = Le texte est plus long que ne peut l’être un courriel.
mail-all-on-web = Il est en entier sur le Web.
mail-more = { $n ->
    [one] { $n } article de plus rendrait ce courriel trop long.
   *[other] { $n } articles de plus rendraient ce courriel trop long.
}
mail-whole = L’édition entière est sur le Web.
mail-voice = Le magenta, signé «{ "\u00A0" }Rédaction{ "\u00A0" }», est la voix de { $desk }. Tout le reste vient de la source ou dit de qui il vient.
mail-privacy = Rien dans ce courriel n’est chargé d’ailleurs, et rien ne dit si vous l’avez lu.
mail-as-text = La même en texte brut
