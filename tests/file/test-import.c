/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-import.h"
#include "ys-lines-text.h"
#include "ys-simulate.h"

/* What people copy from their spreadsheets, and the lines it makes. */

static YsScenario *
make_scenario (void)
{
  YsScenario *scenario = ys_scenario_new ("T", "EUR", 5);

  scenario->start = g_strdup ("2027-01");

  return scenario;
}

/* “kind name amounts”, from the first period that has one; “each” before what is of every period. */
static char *
say_line (const YsLine *line)
{
  GString *text = g_string_new (NULL);
  const YsEstimate *amount = line->estimates[YS_FIELD_AMOUNT];

  g_string_append_printf (text, "%s “%s” %d–%d:", line->kind->id, line->name, ys_line_get_first (line, 5),
                          ys_line_get_last (line, 5));
  if (amount != NULL)
    g_string_append_printf (text, " each %.15g", amount->numbers[YS_NUMBER_EXACTLY]);
  for (gsize i = 0; i < line->n_by_period; i++)
    g_string_append_printf (text, " %.15g", line->by_period[i]);

  return g_string_free (text, FALSE);
}

static char *
say_lines (const char *sheet)
{
  g_autoptr (YsScenario) scenario = make_scenario ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YsCells) cells = ys_cells_read_text (sheet, &error);
  g_autoptr (YsImport) import = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  import = ys_import_new (cells, scenario, NULL);
  lines = ys_import_make_lines (import, scenario);
  for (guint i = 0; i < import->notes->len; i++)
    g_test_message ("%s", (char *) import->notes->pdata[i]);
  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *line = say_line (lines->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", line);
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *sheet;
  const char *lines;
} sheets[] = {
  { "english", "\t2027\t2028\t2029\nLicences\t-1,200\t-1,200\t-1,250.50\nOrders\t3,000\t4,000\t5,000\n",
    "cost “Licences” 1–3: 1200 1200 1250.5; benefit “Orders” 1–3: 3000 4000 5000" },
  { "german", "Posten\t2027\t2028\nKosten\t\t\nLizenzen\t1.200,00\t1.200,00\nEinsparungen\t\t\nWeniger Porto\t300,5\t1.400,00\n",
    "cost “Lizenzen” 1–2: each 1200; saving “Weniger Porto” 1–2: 300.5 1400" },
  { "french", "Libellé\t2027\t2028\nDépenses\nAbonnement\t12\u202f500,25\t13\u00a0000\nRecettes\nVentes\t1\u202f000\t2\u202f000,5\n",
    "cost “Abonnement” 1–2: 12500.25 13000; benefit “Ventes” 1–2: 1000 2000.5" },
  { "swiss", "\t2027\t2028\nUmsatz\t1’200’000.50\t1'300'000\n", "benefit “Umsatz” 1–2: 1200000.5 1300000" },
  { "indian", "\t2027\t2028\nSales\t12,34,567.50\t1,00,000\n", "benefit “Sales” 1–2: 1234567.5 100000" },
  { "semicolons", "Name;2027;2028\nKosten Wartung;10,5;11,5\n", "cost “Kosten Wartung” 1–2: 10.5 11.5" },
  { "commas", "Name,2027,2028\n\"Maintenance, all sites\",\"-1,000\",-2000\n",
    "cost “Maintenance, all sites” 1–2: 1000 2000" },
  { "quotation", "Name\t2027\t2028\n\"The \"\"big\"\"\none\"\t1\t2\n", "benefit “The \"big\"\none” 1–2: 1 2" },
  { "brackets", "\t2027\t2028\nFees\t(500)\t(600)\nAudit\t500-\t-\n", "cost “Fees” 1–2: 500 600; cost “Audit” 1–1: each 500" },
  { "thousands", "in € k\t2027\t2028\nRevenue\t1.5\t2\n", "benefit “Revenue” 1–2: 1500 2000" },
  { "years-counted", "\tYear 0\tYear 1\tYear 2\nInvestment\t-900\t\t\nSavings\t\t400\t500\n",
    "capital “Investment” 0–0: each 900; saving “Savings” 1–2: 400 500" },
  { "years-bare", "\t0\t1\t2\t3\nA\t10\t5\t5\t6\n", "benefit “A” 0–3: 10 5 5 6" },
  { "fiscal", "\tFY27\tFY28\nA\t1\t2\n", "benefit “A” 1–2: 1 2" },
  { "quarters", "\tQ1 2027\tQ2 2027\tQ3 2027\tQ4 2027\tQ1 2028\nA\t1\t2\t3\t4\t50\n", "benefit “A” 1–2: 10 50" },
  { "months", "\tJan 2027\tDez. 2027\tJan 28\nA\t1\t2\t5\n", "benefit “A” 1–2: 3 5" },
  { "dates", "\t31.12.2027\t31.12.2028\nA\t1,5\t2\n", "benefit “A” 1–2: 1.5 2" },
  { "before", "\t2026\t2027\nA\t7\t8\n", "benefit “A” 0–1: 7 8" },
  { "outside", "\t2025\t2027\t2031\t2032\nA\t9\t1\t2\t3\n", "benefit “A” 1–5: 1 0 0 0 2" },
  { "totals", "\t2027\t2028\tTotal\nA\t1\t2\t3\nB\t10\t20\t30\nAll of these\t11\t22\t33\nNet result\t11\t22\t33\n",
    "benefit “A” 1–2: 1 2; benefit “B” 1–2: 10 20" },
  { "blank-rows", "\n\nBudget\n\n\t2027\t2028\n\nA\t1\t2\n\n", "benefit “A” 1–2: 1 2" },
  { "every-year", "Licence cost\t500\nFewer returns\t800\n",
    "cost “Licence cost” 1–5: each 500; benefit “Fewer returns” 1–5: each 800" },
  { "symbols", "\t2027\t2028\nA\t€ 1,200\t1,300 EUR\n", "benefit “A” 1–2: 1200 1300" },
  { "even-from-second", "\t2027\t2028\t2029\t2030\t2031\nA\t\t5\t5\t5\t5\n", "benefit “A” 2–5: each 5" },
  { "resale", "\t2027\t2028\t2029\t2030\t2031\nBenefits\nResale of the line\t\t\t\t\t70\n",
    "residual “Resale of the line” 5–5: each 70" },
  { "windows-lines", "\t2027\t2028\r\nA\t1\t2\r\n", "benefit “A” 1–2: 1 2" },
  { "nothing", "", "" },
  { "words-only", "just words\n", "" },
};

static void
test_sheet (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *lines = say_lines (sheets[i].sheet);

  g_assert_cmpstr (lines, ==, sheets[i].lines);
}

/* Nothing is guessed in silence. */

static const struct
{
  const char *name;
  const char *sheet;
  const char *said;
} said[] = {
  { "unreadable", "\t2027\t2028\nA\t1\tn/a\n", "“n/a” in C2 is no amount, and counts as 0." },
  { "total", "\t2027\t2028\nA\t1\t2\nTotal\t1\t2\n", "A total: left out, or its amounts would count twice." },
  { "heading", "\t2027\t2028\nCosts\nA\t1\t2\n", "A heading: what follows counts as costs." },
  { "zero", "\t2027\t2028\nA\t0\t-\n", "Its amounts are 0: left out." },
};

static const struct
{
  const char *name;
  const char *sheet;
  const char *note;
} notes[] = {
  { "unit", "k€\t2027\t2028\nA\t1\t2\n", "Each 1 of the sheet counts as €1,000." },
  { "outside", "\t2027\t2028\t2040\nA\t1\t2\t3\n",
    "1 column lies outside the years of this comparison, and is left out." },
  { "no-years", "A\t1\n", "No years were found: each amount counts every year." },
  { "ambiguous", "\t2027\t2028\nA\t1,200\t3\n", "“1,200” could be read in two ways, and counts as 1200." },
};

static YsImport *
propose (const char *sheet)
{
  g_autoptr (YsScenario) scenario = make_scenario ();
  g_autoptr (YsCells) cells = ys_cells_read_text (sheet, NULL);

  return ys_import_new (cells, scenario, NULL);
}

static void
test_said (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (said); i++)
    {
      g_autoptr (YsImport) import = propose (said[i].sheet);
      gboolean found = FALSE;

      for (guint k = 0; k < import->rows->len; k++)
        found = found || g_strcmp0 (((YsImportRow *) import->rows->pdata[k])->why, said[i].said) == 0;
      if (!found)
        g_error ("%s: nobody says “%s”", said[i].name, said[i].said);
    }
}

static void
test_notes (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      g_autoptr (YsImport) import = propose (notes[i].sheet);

      if (!g_ptr_array_find_with_equal_func (import->notes, notes[i].note, g_str_equal, NULL))
        g_error ("%s: nobody says “%s”", notes[i].name, notes[i].note);
    }
}

/* What was chosen counts, whatever seemed likelier. */
static void
test_choices (void)
{
  g_autoptr (YsScenario) scenario = make_scenario ();
  g_autoptr (YsCells) cells = ys_cells_read_text ("\t2027\t2028\nA\t1,200\t3\nTotal\t1\t2\n", NULL);
  g_autoptr (YsImport) first = ys_import_new (cells, scenario, NULL);
  YsImportChoices choices = first->choices;
  g_autoptr (YsImport) second = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  const YsLine *line;

  choices.digits = YS_DIGITS_COMMA;
  choices.unit = 1e6;
  second = ys_import_new (cells, scenario, &choices);
  ((YsImportRow *) second->rows->pdata[1])->wanted = TRUE;
  lines = ys_import_make_lines (second, scenario);

  g_assert_cmpuint (lines->len, ==, 2);
  line = lines->pdata[0];
  g_assert_cmpfloat (line->by_period[0], ==, 1.2e6);
  g_assert_cmpfloat (line->by_period[1], ==, 3e6);
}

/* What is copied and pasted comes to the same lines, names that look like formulas among them. */
static void
test_out_and_in (void)
{
  static const char sheet[]
    = "Name\tKind\tToday\t2027\t2028\t2029\t2030\t2031\tSource\n"
      "'=1+1\tCost\t\t1200.5\t1300\t\t\t\tAgency, 12 May\n\"Two \"\"big\"\" ones\"\tSaving\t\t5\t5\t5\t5\t5\t\n"
      "Machines\tCapital\t9000\t\t\t\t\t\t\n";
  g_autoptr (YsImport) import = propose (sheet);
  g_autoptr (YsScenario) scenario = make_scenario ();
  g_autoptr (GPtrArray) lines = ys_import_make_lines (import, scenario);
  YsAlternative *own = ys_alternative_new ("a", "A");
  g_autoptr (YsResult) result = NULL;
  g_autoptr (YsImport) again = NULL;
  g_autoptr (GPtrArray) lines_again = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (lines->len, ==, 3);
  g_assert_cmpstr (((YsLine *) lines->pdata[0])->name, ==, "=1+1");
  g_assert_cmpstr (((YsLine *) lines->pdata[0])->source, ==, "Agency, 12 May");
  g_assert_cmpstr (((YsLine *) lines->pdata[2])->kind->id, ==, "capital");

  for (guint i = 0; i < lines->len; i++)
    g_ptr_array_add (own->lines, ys_line_ref (lines->pdata[i]));
  g_ptr_array_add (scenario->alternatives, own);
  result = ys_simulate (scenario, NULL, &error);
  g_assert_no_error (error);
  text = ys_lines_to_text (result, 0, own->lines, &error);
  g_assert_no_error (error);
  g_test_message ("%s", text);

  g_ptr_array_set_size (scenario->alternatives, 0);
  again = propose (text);
  lines_again = ys_import_make_lines (again, scenario);
  g_assert_cmpuint (lines_again->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (ys_line_equal (lines->pdata[i], lines_again->pdata[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat ("/file/import/sheet/", sheets[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_sheet);
    }
  g_test_add_func ("/file/import/said", test_said);
  g_test_add_func ("/file/import/notes", test_notes);
  g_test_add_func ("/file/import/choices", test_choices);
  g_test_add_func ("/file/import/out-and-in", test_out_and_in);

  return g_test_run ();
}
