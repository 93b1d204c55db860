/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-line-fields.h"

#include <glib/gi18n.h>

#include "ys-alternative-kind.h"

#define FIELD(member) .offset = G_STRUCT_OFFSET (YsAlternative, member)

static const char *const roles[] = {
  N_("One of the choices"), N_("Doing nothing: the others are measured against it"), NULL,
};

static char *
dup_kind (const YsScenario *scenario,
          gconstpointer     part)
{
  return ys_alternative_kind_dup_name (((const YsAlternative *) part)->kind);
}

static gboolean
set_kind (const YsScenario  *scenario,
          gpointer           part,
          const char        *text,
          GError           **error)
{
  YsAlternative *alternative = part;

  g_free (alternative->kind);
  alternative->kind = ys_alternative_kind_dup_id (text);

  return TRUE;
}

/* There is one baseline at most. */
static void
settle_baseline (YsScenario *newer,
                 gpointer    part)
{
  if (!((const YsAlternative *) part)->baseline)
    return;

  for (guint i = 0; i < newer->alternatives->len; i++)
    {
      YsAlternative *other = newer->alternatives->pdata[i];

      if (other == part || !other->baseline)
        continue;

      newer->alternatives->pdata[i] = ys_alternative_copy (other);
      ys_alternative_unref (other);
      ((YsAlternative *) newer->alternatives->pdata[i])->baseline = FALSE;
    }
}

static const YsFormField fields[] = {
  { "name", N_("Name, as the business would say it"), NULL, NULL, YS_FORM_TEXT, FIELD (name),
    .needed = TRUE, .width = 24 },
  { "technical-name", N_("Technical name"), NULL, NULL, YS_FORM_TEXT, FIELD (technical_name),
    .width = 18 },
  { "kind", N_("Kind"), NULL, N_("Such as marketing, production or IT"), YS_FORM_OWN,
    .dup_text = dup_kind, .set_text = set_kind, .width = 9 },
  { "sponsor", N_("Sponsor"), NULL, N_("Who asks for it"), YS_FORM_TEXT, FIELD (sponsor),
    .width = 11 },
  { "summary", N_("In a sentence"), NULL, N_("What it is, and what customers get from it"),
    YS_FORM_TEXT, FIELD (summary), .width = 58 },
  { "discount-rate", N_("Required return of its own"), N_("discount rate"),
    N_("A year; left empty it is that of the company"), YS_FORM_NUMBER, FIELD (discount_rate),
    .unit = YS_UNIT_FRACTION, .width = 8 },
  { "baseline", N_("Its part in the comparison"), N_("baseline"), NULL, YS_FORM_CHOICE,
    FIELD (baseline), .choices = roles, .settle = settle_baseline },
  { "notes", N_("Notes"), NULL, NULL, YS_FORM_TEXT, FIELD (comment), .width = 16 },
};

const YsFormField *
ys_alternative_fields (gsize *n_fields)
{
  *n_fields = G_N_ELEMENTS (fields);

  return fields;
}
