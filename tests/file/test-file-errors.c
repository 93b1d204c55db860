/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-file.h"

#include <string.h>

#define ROOT "<scenario xmlns=\"urn:yardstick:scenario\" version=\"1\" title=\"T\" currency=\"EUR\" periods=\"5\""
#define NS "xmlns=\"urn:yardstick:scenario\""

/* What stands around the text of a case. */
typedef enum
{
  WHOLE,         /* nothing: it is the whole file */
  IN_ROOT,       /* its first line is line 2, in <scenario> */
  IN_LINES,      /* its first line is line 3, in <alternative> */
  IN_BENEFIT,    /* its first line is line 4, in <benefit>, which has no <amount> yet */
  IN_ASSUMPTION, /* in the start tag of an <assumption>, line 3 */
} Around;

static const struct
{
  const char *before;
  const char *after;
} surroundings[] = {
  [WHOLE] = { "", "" },
  [IN_ROOT] = { ROOT ">\n", "\n</scenario>\n" },
  [IN_LINES] = { ROOT ">\n<alternative id=\"a\" name=\"A\">\n", "\n</alternative>\n</scenario>\n" },
  [IN_BENEFIT] = {
    ROOT ">\n<alternative id=\"a\" name=\"A\">\n<benefit id=\"b\" name=\"B\">\n",
    "\n</benefit>\n</alternative>\n</scenario>\n",
  },
  [IN_ASSUMPTION] = {
    ROOT ">\n<assumptions>\n<assumption id=\"x\" name=\"X\" ", "/>\n</assumptions>\n</scenario>\n",
  },
};

typedef struct
{
  const char      *name;
  Around           around;
  const char      *text;
  int              line;
  int              column; /* 0: whichever */
  YsFileErrorCode  code;
  const char      *words; /* of the sentence, separated by | */
} Case;

#define NOT_XML YS_FILE_ERROR_NOT_XML
#define OTHER YS_FILE_ERROR_NOT_A_SCENARIO
#define NEW YS_FILE_ERROR_TOO_NEW
#define INVALID YS_FILE_ERROR_INVALID

static const Case cases[] = {
  { "empty", WHOLE, "", 1, 1, NOT_XML, "empty" },
  { "blank", WHOLE, " \n\t\r\n", 1, 1, NOT_XML, "empty" },
  { "bom-only", WHOLE, "\xef\xbb\xbf", 1, 1, NOT_XML, "empty" },
  { "prose", WHOLE, "Dear Sir,\nplease find", 1, 1, NOT_XML, "XML" },
  { "latin1", WHOLE, ROOT ">\n<!-- caf\xe9 --></scenario>", 2, 9, NOT_XML, "UTF-8" },
  { "utf16", WHOLE, "\xff\xfe<", 1, 1, NOT_XML, "UTF-8" },
  { "declared-latin1", WHOLE, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" ROOT "/>", 1, 1,
    NOT_XML, "ISO-8859-1|UTF-8" },
  { "declared-utf16", WHOLE, "<?xml version='1.0' encoding='UTF-16'?>" ROOT "/>", 1, 1, NOT_XML,
    "UTF-16" },
  { "truncated", WHOLE, ROOT ">\n<rules/>\n", 3, 0, NOT_XML, "breaks off" },
  { "truncated-in-tag", WHOLE, ROOT ">\n<rules disc", 2, 0, NOT_XML, "no value" },
  { "truncated-in-value", WHOLE, ROOT ">\n<rules discount-rate=\"0.0", 2, 0, NOT_XML,
    "quotation mark" },
  { "wrong-close", IN_ROOT, "<drivers>\n</driver>", 3, 0, NOT_XML, "<drivers>|line 2" },
  { "after-root", WHOLE, ROOT "/>\n<more/>", 2, 0, NOT_XML, "</scenario>" },
  { "bare-ampersand", IN_LINES, "<cost id=\"c\" name=\"R & D\"/>", 3, 0, NOT_XML, "&amp;" },
  { "unknown-entity", IN_LINES, "<cost id=\"c\" name=\"&euro;\"/>", 3, 0, NOT_XML, "&amp;" },
  { "less-in-value", IN_BENEFIT, "<amount formula=\"if(period < 3, 1, 2)\"/>", 4, 0, NOT_XML,
    "&lt;" },
  { "no-quotes", IN_BENEFIT, "<amount exactly=5/>", 4, 0, NOT_XML, "quotation marks" },
  { "no-value", IN_BENEFIT, "<amount exactly/>", 4, 0, NOT_XML, "value" },
  { "attribute-twice", IN_BENEFIT, "<amount low=\"1\" low=\"2\"/>", 4, 0, NOT_XML, "twice" },
  { "open-comment", IN_ROOT, "<!-- never", 4, 0, NOT_XML, "-->" },
  { "hyphens-in-comment", IN_ROOT, "<!-- a -- b -->", 2, 0, NOT_XML, "--" },
  { "undeclared-prefix", IN_ROOT, "<x:rules/>", 2, 0, NOT_XML, "prefix" },
  { "control-character", IN_ROOT, "<rules>\x01</rules>", 2, 0, NOT_XML, "character|XML" },
  { "dtd", WHOLE, "<?xml version=\"1.0\"?>\n<!DOCTYPE scenario>\n" ROOT "/>", 2, 1, NOT_XML,
    "<!DOCTYPE" },
  { "billion-laughs", WHOLE,
    "<!-- x -->\n<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n" ROOT "/>", 2, 1,
    NOT_XML, "entities" },
  { "external-entity", WHOLE,
    "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" ROOT ">&x;</scenario>", 1, 1, NOT_XML,
    "entities" },

  { "other-root", WHOLE, "\n<html/>", 2, 1, OTHER, "<html>|<scenario>" },
  { "no-namespace", WHOLE, "<scenario version=\"1\"/>", 1, 1, OTHER, "urn:yardstick:scenario" },
  { "other-namespace", WHOLE, "<scenario xmlns=\"urn:x\" version=\"1\"/>", 1, 1, OTHER, "xmlns" },
  { "newer", WHOLE, "<scenario " NS " version=\"2\"><new/></scenario>", 1, 1, NEW, "newer|2" },
  { "much-newer", WHOLE, "<scenario " NS " version=\"18446744073709551615\"/>", 1, 1, NEW, "newer" },
  { "no-version", WHOLE, "<scenario " NS "/>", 1, 1, INVALID, "version" },
  { "version-0", WHOLE, "<scenario " NS " version=\"0\"/>", 1, 1, INVALID, "version=\"0\"" },
  { "version-word", WHOLE, "<scenario " NS " version=\"one\"/>", 1, 1, INVALID, "one" },

  { "no-title", WHOLE, "<scenario " NS " version=\"1\" currency=\"EUR\" periods=\"5\"/>", 1, 1,
    INVALID, "title" },
  { "no-periods", WHOLE, "<scenario " NS " version=\"1\" title=\"\" currency=\"EUR\"/>", 1, 1,
    INVALID, "periods" },
  { "currency-sign", WHOLE,
    "<scenario " NS "\n version=\"1\" title=\"T\"\n  currency=\"€\" periods=\"5\"/>", 3, 3, INVALID,
    "currency|EUR" },
  { "periods-0", WHOLE,
    "<scenario " NS " version=\"1\" title=\"T\" currency=\"EUR\" periods=\"0\"/>", 1, 0, INVALID,
    "periods|whole number from 1 to 1200" },
  { "start-word", WHOLE, ROOT " start=\"January\"/>", 1, 91, INVALID, "January|2027-01" },
  { "start-month-13", WHOLE, ROOT " start=\"2027-13\"/>", 1, 0, INVALID, "month" },
  { "period-week", WHOLE, ROOT " period=\"week\"/>", 1, 0, INVALID, "week|year, quarter, month" },

  { "unknown-element", IN_LINES, "<benifit id=\"b\" name=\"B\"/>", 3, 1, INVALID,
    "<benifit>|<benefit>" },
  { "unknown-in-root", IN_ROOT, "  <rulez/>", 2, 3, INVALID, "<rulez>|<rules>" },
  { "unknown-far", IN_ROOT, "<photograph/>", 2, 1, INVALID, "<photograph>|may hold" },
  { "unknown-in-empty", IN_ROOT, "<rules><x/></rules>", 2, 8, INVALID, "<x>|no elements" },
  { "foreign-element", IN_ROOT, "<rules xmlns=\"urn:other\"/>", 2, 1, INVALID, "namespace" },
  { "unknown-attribute", IN_ROOT, "<rules discount-rat=\"0.1\"/>", 2, 8, INVALID,
    "discount-rat|discount-rate" },
  { "unknown-attribute-far", IN_ROOT, "<rules wallpaper=\"0.1\"/>", 2, 8, INVALID,
    "wallpaper|tax-rate" },
  { "attribute-on-none", IN_ROOT, "<drivers color=\"red\"/>", 2, 10, INVALID, "color|no attributes" },
  { "prefixed-attribute", IN_ROOT, "<rules xmlns:x=\"urn:x\" x:timing=\"end\"/>", 2, 24, INVALID,
    "timing" },
  { "xml-lang", IN_ROOT, "<rules xml:lang=\"en\"/>", 2, 8, INVALID, "lang" },
  { "attribute-next-line", IN_BENEFIT, "<amount low=\"1\"\n        hihg=\"2\"/>", 5, 9, INVALID,
    "hihg|high" },

  { "per-cent", IN_ROOT, "<rules discount-rate=\"12%\"/>", 2, 8, INVALID,
    "\"12%\"|not a number|rates are written as fractions: 0.12" },
  { "comma", IN_BENEFIT, "<amount exactly=\"1,5\"/>", 4, 9, INVALID, "1,5|point" },
  { "word", IN_BENEFIT, "<amount exactly=\"much\"/>", 4, 9, INVALID, "much|not a number" },
  { "hexadecimal", IN_BENEFIT, "<amount exactly=\"0x10\"/>", 4, 9, INVALID, "not a number" },
  { "infinite", IN_BENEFIT, "<amount exactly=\"INF\"/>", 4, 9, INVALID, "not a number" },
  { "not-a-number", IN_BENEFIT, "<amount exactly=\"NaN\"/>", 4, 9, INVALID, "not a number" },
  { "overflow", IN_BENEFIT, "<amount exactly=\"1e999\"/>", 4, 9, INVALID, "too large" },
  { "no-number", IN_BENEFIT, "<amount exactly=\"\"/>", 4, 9, INVALID, "not a number" },
  { "rate-below", IN_ROOT, "<rules discount-rate=\"-1\"/>", 2, 8, INVALID, "above -1" },
  { "tax-above", IN_ROOT, "<rules tax-rate=\"25\"/>", 2, 8, INVALID, "between 0 and 1" },
  { "timing-start", IN_ROOT, "<rules timing=\"start\"/>", 2, 8, INVALID, "start|end, middle" },
  { "losses-word", IN_ROOT, "<rules losses=\"ignore\"/>", 2, 8, INVALID, "carry-forward, offset" },
  { "seed-negative", IN_ROOT, "<simulation seed=\"-1\"/>", 2, 13, INVALID, "whole number" },
  { "seed-too-large", IN_ROOT, "<simulation seed=\"18446744073709551616\"/>", 2, 13, INVALID,
    "whole number" },
  { "trials-0", IN_ROOT, "<simulation trials=\"0\"/>", 2, 13, INVALID, "trials|from 1" },
  { "trials-fraction", IN_ROOT, "<simulation trials=\"1.5\"/>", 2, 13, INVALID, "whole number" },
  { "weight-missing", IN_ROOT, "<drivers><driver id=\"a\" name=\"A\"/></drivers>", 2, 10, INVALID,
    "<driver>|weight" },
  { "weight-negative", IN_ROOT, "<drivers>\n<driver id=\"a\" name=\"A\" weight=\"-1\"/></drivers>", 3,
    25, INVALID, "0 or more" },
  { "id-with-space", IN_ROOT, "<drivers><driver id=\"a b\" name=\"A\" weight=\"1\"/></drivers>", 2, 18,
    INVALID, "id|spaces" },
  { "correlation-above", IN_ROOT,
    "<assumptions><moves-with a=\"a\" b=\"b\" rank-correlation=\"1.5\"/></assumptions>", 2, 0, INVALID,
    "between -1 and 1" },
  { "color-name", IN_ROOT, "<alternative id=\"a\" name=\"A\" color=\"red\"/>", 2, 0, INVALID,
    "#e66100" },
  { "baseline-true", IN_ROOT, "<alternative id=\"a\" name=\"A\" baseline=\"true\"/>", 2, 0, INVALID,
    "no, yes" },
  { "nature-word", IN_LINES, "<cost id=\"c\" name=\"C\" nature=\"back\"><amount exactly=\"1\"/></cost>",
    3, 23, INVALID, "forward, running" },
  { "lean-word", IN_LINES, "<cost id=\"c\" name=\"C\" lean=\"sell\"><amount exactly=\"1\"/></cost>", 3, 23,
    INVALID, "automate" },

  { "line-without-id", IN_LINES, "<cost name=\"C\"><amount exactly=\"1\"/></cost>", 3, 1, INVALID,
    "<cost>|id" },
  { "no-amount", IN_BENEFIT, "<chance exactly=\"1\"/>", 3, 1, INVALID, "<amount>|<by-period>" },
  { "no-hours", IN_LINES,
    "<staff-time id=\"s\" name=\"S\"><hourly-rate exactly=\"1\"/><put-to-use exactly=\"1\"/></staff-time>",
    3, 1, INVALID, "<staff-time>|<hours>" },
  { "no-loss-each", IN_LINES, "<loss id=\"l\" name=\"L\"><events-per-year exactly=\"1\"/></loss>", 3, 1,
    INVALID, "<loss-each>" },
  { "amount-twice", IN_BENEFIT, "<amount exactly=\"1\"/>\n<amount exactly=\"2\"/>", 5, 1, INVALID,
    "twice" },
  { "amount-and-by-period", IN_BENEFIT, "<amount exactly=\"1\"/>\n<by-period>1</by-period>", 5, 1,
    INVALID, "<amount>|<by-period>" },
  { "when-twice", IN_BENEFIT, "<amount exactly=\"1\"/><when/>\n<when/>", 5, 1, INVALID, "<when>|twice" },
  { "rules-twice", IN_ROOT, "<rules/>\n<rules/>", 3, 1, INVALID, "<rules>" },
  { "ramp-word", IN_BENEFIT, "<amount exactly=\"1\"/>\n<ramp>0.5\n 75%</ramp>", 6, 2, INVALID,
    "“75%” in <ramp>|0.75" },
  { "ramp-empty", IN_BENEFIT, "<amount exactly=\"1\"/>\n<ramp> </ramp>", 5, 1, INVALID, "<ramp>|empty" },
  { "by-period-commas", IN_BENEFIT, "<by-period>1, 2, 3</by-period>", 4, 12, INVALID, "1,|point" },
  { "stray-text", IN_LINES, "<cost id=\"c\" name=\"C\">\n<amount exactly=\"1\"/>\n  lots\n</cost>", 5, 3,
    INVALID, "<cost>|“lots”" },
  { "when-negative", IN_BENEFIT, "<amount exactly=\"1\"/><when first=\"-1\"/>", 4, 0, INVALID,
    "whole number from 0" },
  { "when-last-once", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/><when last=\"2\"/></capital>", 3, 0, INVALID,
    "last|first" },
  { "growth-on-capital", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/><growth exactly=\"0\"/></capital>", 3, 0, INVALID,
    "<growth>|<capital>" },
  { "depreciation-on-cost", IN_LINES,
    "<cost id=\"c\" name=\"C\"><amount exactly=\"1\"/><depreciation method=\"none\"/></cost>", 3, 0,
    INVALID, "<depreciation>|<cost>" },
  { "method-unknown", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/><depreciation method=\"linear\"/></capital>", 3, 0,
    INVALID, "linear|straight-line" },
  { "straight-line-without", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/>\n<depreciation method=\"straight-line\"/></capital>",
    4, 1, INVALID, "straight-line|periods" },
  { "macrs-with-rate", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/>"
    "<depreciation method=\"macrs\" periods=\"5\" rate=\"0.2\"/></capital>",
    3, 0, INVALID, "rate|macrs" },
  { "macrs-class", IN_LINES,
    "<capital id=\"c\" name=\"C\"><amount exactly=\"1\"/><depreciation method=\"macrs\" periods=\"4\"/></capital>",
    3, 0, INVALID, "macrs" },
  { "case-without-weight", IN_BENEFIT, "<amount>\n<case value=\"1\"/></amount>", 5, 1, INVALID,
    "<case>|weight" },
  { "budget-amount", IN_ROOT, "<plan>\n<budget period=\"0\" amount=\"lots\"/></plan>", 3, 20, INVALID,
    "lots" },
  { "requires-needs", IN_ROOT, "<plan><requires alternative=\"a\" other=\"b\"/></plan>", 2, 7, INVALID,
    "needs" },
  { "tolerance-loss", IN_ROOT, "<tolerance>\n<point loss=\"0\" chance=\"0.1\"/></tolerance>", 3, 8,
    INVALID, "loss|above 0" },
  { "tolerance-chance", IN_ROOT, "<tolerance>\n<point loss=\"1\" chance=\"5\"/></tolerance>", 3, 17,
    INVALID, "chance|above 0 and at most 1" },
  { "tolerance-per-cent", IN_ROOT, "<tolerance>\n<point loss=\"1\" chance=\"5%\"/></tolerance>", 3, 17,
    INVALID, "chance|0.05" },
  { "tolerance-without-chance", IN_ROOT, "<tolerance>\n<point loss=\"1\"/></tolerance>", 3, 1,
    INVALID, "<point>|chance" },
  { "tolerance-two", IN_ROOT, "<tolerance/>\n<tolerance/>", 3, 1, INVALID, "<tolerance>|twice" },

  /* What the engine says, at the right line. */
  { "estimate-of-nothing", IN_BENEFIT, "\n<amount/>", 5, 1, INVALID, "amount" },
  { "high-missing", IN_BENEFIT, "\n   <amount low=\"1\"/>", 5, 4, INVALID, "high" },
  { "low-above-high", IN_ASSUMPTION, "low=\"2\" high=\"1\"", 3, 1, INVALID, "low|high" },
  { "two-forms", IN_ASSUMPTION, "low=\"1\" high=\"2\" exactly=\"1\"", 3, 1, INVALID, "exactly|low" },
  { "mean-without-shape", IN_ASSUMPTION, "mean=\"1\" sd=\"2\"", 3, 1, INVALID, "shape" },
  { "shape-of-other-form", IN_ASSUMPTION, "low=\"1\" high=\"2\" shape=\"pert\"", 3, 1, INVALID, "pert" },
  { "confidence-1", IN_ASSUMPTION, "low=\"1\" high=\"2\" confidence=\"1\"", 3, 1, INVALID, "confidence" },
  { "unknown-name", IN_BENEFIT, "<amount\n formula=\"nobody * 2\"/>", 4, 1, INVALID, "nobody" },
  { "broken-formula", IN_BENEFIT, "<amount formula=\"2 *\"/>", 4, 1, INVALID, "amount" },
  { "unknown-driver", IN_LINES, "<cost id=\"c\" name=\"C\" driver=\"d\"><amount exactly=\"1\"/></cost>", 3, 1,
    INVALID, "“d”" },
  { "line-break-in-name", IN_LINES, "<cost id=\"c\" name=\"two&#10;lines\"><amount/></cost>", 3, 0,
    INVALID, "two lines" },
  { "open-cdata", IN_ROOT, "<rules><![CDATA[", 4, 0, NOT_XML, "CData" },
  { "id-twice", IN_LINES,
    "<cost id=\"c\" name=\"C\"><amount exactly=\"1\"/></cost>\n"
    "<cost id=\"c\" name=\"D\"><amount exactly=\"1\"/></cost>",
    4, 1, INVALID, "“c”" },
  { "tolerance-rising", IN_ROOT,
    "<tolerance>\n<point loss=\"1\" chance=\"0.1\"/>\n <point loss=\"2\" chance=\"0.2\"/></tolerance>", 4, 2,
    INVALID, "larger loss|smaller one" },
  { "tolerance-twice", IN_ROOT,
    "<tolerance>\n<point loss=\"2\" chance=\"0.1\"/>\n<point loss=\"2\" chance=\"0.1\"/></tolerance>", 4, 1,
    INVALID, "same loss" },
  { "beyond-horizon", IN_BENEFIT, "<amount exactly=\"1\"/><when first=\"6\"/>", 3, 1, INVALID, "period" },
};

static GPtrArray *
read_problems (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (YsScenario) scenario = NULL;
  GPtrArray *problems = NULL;

  scenario = ys_file_read_bytes (bytes, &problems);
  g_assert_null (scenario);
  g_assert_true (scenario == NULL && problems->len > 0);

  return problems;
}

static void
assert_says (const char *message,
             const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, "|", -1);

  g_assert_true (g_utf8_validate (message, -1, NULL));
  g_assert_null (strchr (message, '\n'));
  for (char **part = parts; *part != NULL; part++)
    if (strstr (message, *part) == NULL)
      {
        g_test_message ("“%s” does not say “%s”", message, *part);
        g_test_fail ();
      }
}

static void
test_case (gconstpointer data)
{
  const Case *item = data;
  g_autofree char *text = g_strconcat (surroundings[item->around].before, item->text,
                                       surroundings[item->around].after, NULL);
  g_autoptr (GPtrArray) problems = read_problems (text);
  const YsFileProblem *first = problems->pdata[0];

  g_test_message ("%d:%d: %s", first->line, first->column, first->message);
  g_assert_cmpint (first->line, ==, item->line);
  if (item->column > 0)
    g_assert_cmpint (first->column, ==, item->column);
  g_assert_cmpint (first->code, ==, item->code);
  assert_says (first->message, item->words);
}

static void
test_all_in_order (void)
{
  g_autofree char *text = g_strconcat (ROOT " extra=\"1\">\n<rulez/>\n",
                                       "<alternative id=\"a\" name=\"A\">\n<cost id=\"c\"/>\n",
                                       "<cost name=\"C\"><amount exactly=\"x\"/></cost>\n",
                                       "</alternative>\n</scenario>", NULL);
  g_autoptr (GPtrArray) problems = read_problems (text);
  const int lines[] = { 1, 2, 4, 4, 5, 5 };

  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < problems->len; i++)
    g_assert_cmpint (((const YsFileProblem *) problems->pdata[i])->line, ==, lines[i]);
}

/* libxml2 by itself counts to 65,535. */
static void
test_far_down (void)
{
  g_autoptr (GString) text = g_string_new (ROOT ">\n");
  g_autoptr (GPtrArray) problems = NULL;
  const YsFileProblem *first;

  for (int i = 2; i < 100000; i++)
    g_string_append (text, "\n");
  g_string_append (text, "é<rules tax-rate='\"9\">'/>\n</scenario>");

  problems = read_problems (text->str);
  g_assert_cmpuint (problems->len, ==, 2);
  first = problems->pdata[1];
  g_assert_cmpint (first->line, ==, 100000);
  g_assert_cmpint (first->column, ==, 9);
}

static void
test_not_endless (void)
{
  g_autoptr (GString) text = g_string_new (ROOT ">\n");
  g_autoptr (GPtrArray) problems = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "<wrong/>\n");
  g_string_append (text, "</scenario>");

  problems = read_problems (text->str);
  g_assert_cmpuint (problems->len, <, 5000);
}

static void
test_too_large (void)
{
  gsize size = 100 * 1000 * 1000;
  char *data = g_malloc (size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (data, size);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = NULL;

  memset (data, ' ', size);
  scenario = ys_file_read_bytes (bytes, &problems);
  g_assert_null (scenario);
  g_assert_cmpuint (problems->len, ==, 1);
  assert_says (((const YsFileProblem *) problems->pdata[0])->message, "too large");
}

static void
test_very_deep (void)
{
  g_autoptr (GString) text = g_string_new (ROOT ">\n");
  g_autoptr (GPtrArray) problems = NULL;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, "<a>");

  problems = read_problems (text->str);
  g_assert_cmpint (((const YsFileProblem *) problems->pdata[0])->line, ==, 2);
}

static void
test_nul (void)
{
  static const char text[] = ROOT ">\n\0</scenario>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (YsScenario) scenario = ys_file_read_bytes (bytes, &problems);

  g_assert_null (scenario);
  g_assert_cmpint (((const YsFileProblem *) problems->pdata[0])->line, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_set_nonfatal_assertions ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file/errors/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/file/errors/all-in-order", test_all_in_order);
  g_test_add_func ("/file/errors/line-100000", test_far_down);
  g_test_add_func ("/file/errors/not-endless", test_not_endless);
  g_test_add_func ("/file/errors/too-large", test_too_large);
  g_test_add_func ("/file/errors/very-deep", test_very_deep);
  g_test_add_func ("/file/errors/nul", test_nul);

  return g_test_run ();
}
