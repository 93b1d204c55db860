/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-starter-private.h"

#include <glib/gi18n.h>

/* Between, low–likely–high, exactly, by a formula. */
#define B(low, high)         { low, 0, high, NULL }
#define L(low, likely, high) { low, likely, high, NULL }
#define X(value)             { value, 0, value, NULL }
#define F(formula)           { 0, 0, 0, formula }

#define AMOUNT(range)        .ranges[YS_FIELD_AMOUNT] = range
#define GROWTH(range)        .ranges[YS_FIELD_GROWTH] = range
#define TIME(hours, rate, used)                                                                    \
  .ranges[YS_FIELD_HOURS] = hours, .ranges[YS_FIELD_HOURLY_RATE] = rate,                           \
  .ranges[YS_FIELD_PUT_TO_USE] = used
#define EVENTS(often, each)                                                                        \
  .ranges[YS_FIELD_EVENTS_PER_YEAR] = often, .ranges[YS_FIELD_LOSS_EACH] = each
#define FEWER(share)         .ranges[YS_FIELD_FEWER] = share
#define SMALLER(share)       .ranges[YS_FIELD_SMALLER] = share

#define NOW                  .now = TRUE
#define YEARLY               .per = YS_PER_YEAR
#define IN_YEARS(from, to)   .per = YS_PER_YEAR, .first = from, .last = to
#define RAMP(...)            .ramp = { __VA_ARGS__ }
#define FORWARD              .nature = YS_NATURE_FORWARD
#define RUNNING              .nature = YS_NATURE_RUNNING

static const YsStarterNumber no_numbers[] = { { 0 } };
static const YsStarterLine no_lines[] = { { 0 } };

/* Marketing campaign */

static const YsStarterNumber campaign_numbers[] = {
  { "reach",    N_("People reached"),        B (20000, 60000) },
  { "response", N_("Share who respond"),     L (0.005, 0.015, 0.04) },
  { "margin",   N_("Margin on an order"),    B (30, 60) },
  { "again",    N_("Share who order again"), L (0.1, 0.25, 0.4) },
  { 0 }
};

static const YsStarterLine campaign_lines[] = {
  { "cost", N_("Making the campaign"), NOW, AMOUNT (B (5000, 10000)) },
  { "cost", N_("Media and mailing"), NOW, AMOUNT (L (12000, 15000, 25000)) },
  { "benefit", N_("First orders"), FORWARD, IN_YEARS (1, 1),
    AMOUNT (F ("reach * response * margin")) },
  { "benefit", N_("Orders that come again"), FORWARD, IN_YEARS (2, 4),
    AMOUNT (F ("reach * response * margin * again")) },
  { 0 }
};

/* Production line */

static const YsStarterNumber production_numbers[] = {
  { "capacity", N_("Pieces a year at full capacity"),       B (18000, 22000) },
  { "sold",     N_("Share of capacity sold"),               L (0.5, 0.8, 0.95) },
  { "price",    N_("Price of a piece"),                     B (42, 50) },
  { "making",   N_("Making cost of a piece"),               B (24, 30) },
  { "tied",     N_("Money tied up for each 1 of sales"),    L (0.1, 0.15, 0.2) },
  { 0 }
};

static const YsStarterLine production_lines[] = {
  { "capital", N_("Machines and installation"), AMOUNT (L (600000, 700000, 900000)), .life = 8 },
  { "benefit", N_("Sales"), FORWARD, YEARLY, RAMP (0.6, 1),
    AMOUNT (F ("capacity * sold * price")) },
  { "cost", N_("Making the pieces"), YEARLY, RAMP (0.6, 1),
    AMOUNT (F ("capacity * sold * making")) },
  { "cost", N_("People and upkeep of the line"), YEARLY, AMOUNT (B (50000, 80000)) },
  { "working-capital", N_("Stock and what customers owe"), RAMP (0.6, 1),
    AMOUNT (F ("capacity * sold * price * tied")) },
  { "residual", N_("Resale of the machines"), AMOUNT (L (60000, 140000, 200000)) },
  { 0 }
};

/* Company system */

static const YsStarterLine system_lines[] = {
  { "capital", N_("Software and set-up"), AMOUNT (L (280000, 350000, 600000)), .life = 5 },
  { "cost", N_("Training and changing how we work"), NOW, AMOUNT (B (40000, 90000)) },
  { "cost", N_("Licences and upkeep"), YEARLY, AMOUNT (B (50000, 80000)) },
  { "saving", N_("Costs of offices and planning that fall away"), FORWARD, YEARLY,
    RAMP (0.3, 0.8, 1), AMOUNT (L (60000, 130000, 240000)) },
  { "benefit", N_("Orders kept because deliveries come on time"), FORWARD, YEARLY,
    RAMP (0.3, 0.8, 1), AMOUNT (B (15000, 80000)) },
  { "staff-time", N_("Things typed only once"), RUNNING, YEARLY, RAMP (0.3, 0.8, 1),
    TIME (B (800, 2500), B (35, 50), L (0.2, 0.5, 0.8)) },
  { 0 }
};

/* Recovery plan */

static const YsStarterNumber recovery_numbers[] = {
  { "outages", N_("Serious outages in a year"), B (0.07, 0.4) },
  { 0 }
};

static const YsStarterLine recovery_lines[] = {
  { "capital", N_("Second site and first rehearsal"), .life = 5,
    AMOUNT (L (90000, 120000, 180000)) },
  { "cost", N_("Rent, lines and rehearsals"), YEARLY, AMOUNT (B (25000, 45000)) },
  { "avoided-loss", N_("Sales and repairs not lost in an outage"), RUNNING,
    EVENTS (F ("outages"), B (40000, 1500000)), SMALLER (L (0.5, 0.75, 0.9)) },
  { 0 }
};

/* Security */

static const YsStarterLine security_lines[] = {
  { "capital", N_("Setting it up"), AMOUNT (L (50000, 70000, 120000)), .life = 3 },
  { "cost", N_("Watching, day and night"), YEARLY, AMOUNT (B (30000, 60000)) },
  { "avoided-loss", N_("Break-ins that do less harm"), RUNNING,
    EVENTS (B (0.05, 0.3), B (60000, 2000000)), FEWER (L (0.2, 0.4, 0.6)),
    SMALLER (L (0.1, 0.3, 0.5)) },
  { "benefit", N_("Orders from customers who ask for proof"), FORWARD, YEARLY,
    AMOUNT (L (0, 10000, 40000)) },
  { 0 }
};

/* Network */

static const YsStarterLine network_lines[] = {
  { "capital", N_("Cables, equipment and set-up"), AMOUNT (L (70000, 90000, 140000)), .life = 5 },
  { "cost", N_("Lines and upkeep"), YEARLY, AMOUNT (B (10000, 18000)) },
  { "saving", N_("Old lines that are given up"), RUNNING, YEARLY, AMOUNT (B (15000, 30000)) },
  { "staff-time", N_("Waiting that no longer happens"), RUNNING, YEARLY,
    TIME (B (400, 1200), B (35, 50), L (0.2, 0.5, 0.8)) },
  { "avoided-loss", N_("Standstills that no longer happen"), RUNNING,
    EVENTS (B (1, 4), B (2000, 20000)), FEWER (L (0.3, 0.5, 0.8)) },
  { 0 }
};

/* Cloud move */

static const YsStarterLine cloud_lines[] = {
  { "cost", N_("Moving"), NOW, AMOUNT (L (40000, 60000, 120000)) },
  { "cost", N_("Rent, paid by use"), YEARLY, AMOUNT (B (70000, 110000)), GROWTH (B (0.01, 0.08)) },
  { "saving", N_("Own computers no longer bought and run"), RUNNING, YEARLY, RAMP (0.5, 1),
    AMOUNT (B (90000, 140000)) },
  { "staff-time", N_("Upkeep that falls away"), RUNNING, YEARLY, RAMP (0.5, 1),
    TIME (B (400, 1500), B (40, 60), L (0.2, 0.5, 0.8)) },
  { "benefit", N_("New offers that reach customers sooner"), FORWARD, YEARLY,
    AMOUNT (L (0, 15000, 60000)) },
  { 0 }
};

/* Connected machines */

static const YsStarterNumber machines_numbers[] = {
  { "breakdowns", N_("Breakdowns in a year"), B (4, 12) },
  { 0 }
};

static const YsStarterLine machines_lines[] = {
  { "capital", N_("Gauges and set-up"), AMOUNT (L (90000, 120000, 180000)), .life = 5 },
  { "cost", N_("Service and analysis"), YEARLY, AMOUNT (B (20000, 35000)) },
  { "avoided-loss", N_("Output not lost to breakdowns"), FORWARD,
    EVENTS (F ("breakdowns"), B (5000, 40000)), FEWER (L (0.1, 0.3, 0.45)) },
  { "saving", N_("Cheaper repairs"), RUNNING, YEARLY, RAMP (0.5, 1), AMOUNT (B (10000, 30000)) },
  { 0 }
};

/* Automation */

static const YsStarterNumber automation_numbers[] = {
  { "cases",   N_("Cases a year"),                  B (20000, 30000) },
  { "minutes", N_("Minutes for a case by hand"),    L (5, 8, 14) },
  { "share",   N_("Share done without a person"),   L (0.4, 0.65, 0.85) },
  { 0 }
};

static const YsStarterLine automation_lines[] = {
  { "capital", N_("Setting it up and changing the work"), .life = 5,
    AMOUNT (L (60000, 80000, 140000)) },
  { "cost", N_("Licences and upkeep"), YEARLY, AMOUNT (B (12000, 22000)) },
  { "staff-time", N_("Working hours set free"), RUNNING, YEARLY, RAMP (0.4, 1),
    TIME (F ("cases * minutes / 60 * share"), B (30, 45), L (0.3, 0.6, 0.85)),
    .lean = YS_LEAN_AUTOMATE },
  { "saving", N_("Fewer mistakes to mend"), RUNNING, YEARLY, RAMP (0.4, 1),
    AMOUNT (B (4000, 15000)) },
  { 0 }
};

/* Staff training */

static const YsStarterNumber training_numbers[] = {
  { "people", N_("People trained"),                      B (35, 45) },
  { "gain",   N_("Share of working time won by skill"),  L (0.005, 0.02, 0.04) },
  { "rate",   N_("Cost of an hour of work"),             B (32, 42) },
  { 0 }
};

static const YsStarterLine training_lines[] = {
  { "cost", N_("Courses"), NOW, AMOUNT (F ("people * 900")) },
  { "cost", N_("Time away from work"), NOW, AMOUNT (F ("people * 24 * rate")) },
  { "staff-time", N_("Work done sooner and better"), FORWARD, YEARLY, GROWTH (B (-0.35, -0.15)),
    TIME (F ("people * 1600 * gain"), F ("rate"), L (0.4, 0.7, 0.9)) },
  { "saving", N_("People who stay, and need not be replaced"), FORWARD, YEARLY,
    AMOUNT (L (0, 6000, 20000)) },
  { 0 }
};

const YsStarter ys_starters[] = {
  { "campaign", "marketing", "mail-send-symbolic", N_("Marketing campaign"), NULL,
    N_("Whom it reaches, how many respond, what an order leaves, and who orders again."),
    campaign_numbers, campaign_lines },
  { "production", "production", "applications-engineering-symbolic", N_("Production line"), NULL,
    N_("Capacity, price, making cost, the money tied up, and the resale of the machines."),
    production_numbers, production_lines },
  { "system", "it", "x-office-spreadsheet-symbolic", N_("Company system"),
    N_("Enterprise resource planning (ERP)"),
    N_("One set of books, stock and orders: what falls away, and which orders it keeps."),
    no_numbers, system_lines },
  { "recovery", "it", "view-refresh-symbolic", N_("Recovery plan"), N_("Disaster recovery (DR)"),
    N_("How often selling stops, what that costs, and how much of it the plan saves."),
    recovery_numbers, recovery_lines },
  { "security", "security", "security-high-symbolic", N_("Security"), N_("Information security"),
    N_("Break-ins that become rarer and do less harm, and customers who ask for proof."),
    no_numbers, security_lines },
  { "network", "network", "network-wired-symbolic", N_("Network"), N_("Network renewal"),
    N_("Steady links between sites: old lines given up, less waiting, fewer standstills."),
    no_numbers, network_lines },
  { "cloud", "cloud", "weather-overcast-symbolic", N_("Rented computers"), N_("Cloud migration"),
    N_("Rent paid by use instead of own computers, and new offers sooner."),
    no_numbers, cloud_lines },
  { "machines", "iot", "network-wireless-symbolic", N_("Connected machines"),
    N_("Internet of things (IoT), predictive maintenance"),
    N_("Gauges that call before a machine breaks: less output lost, cheaper repairs."),
    machines_numbers, machines_lines },
  { "automation", "automation", "emblem-system-symbolic", N_("Automation"),
    N_("Process automation"),
    N_("Repetitive work done without a person, and what the freed time is put to."),
    automation_numbers, automation_lines },
  { "training", "training", "system-users-symbolic", N_("Staff training"), NULL,
    N_("Courses and time away from work, for work done sooner and people who stay."),
    training_numbers, training_lines },
  { "empty", NULL, "list-add-symbolic", N_("Something else"), NULL,
    N_("An alternative without lines, to fill from nothing."),
    no_numbers, no_lines },
  { NULL }
};
