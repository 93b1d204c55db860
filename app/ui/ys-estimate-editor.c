/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ys-estimate-editor.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ys-cases-list.h"
#include "ys-estimate-chart.h"
#include "ys-estimate-text.h"
#include "ys-formula-entry.h"
#include "ys-number-entry.h"
#include "ys-parse.h"
#include "ys-theme.h"

typedef enum
{
  MODE_EXACTLY,
  MODE_BETWEEN,
  MODE_LIKELY,
  MODE_FORMULA,
  MODE_CASES,
  MODE_PARAMETERS,
} Mode;
#define N_MODES (MODE_PARAMETERS + 1)
#define MODES_A_ROW 3

#define BIT(number) (1u << YS_NUMBER_##number)
#define MOST_SHAPES 4

struct _YsEstimateEditor
{
  AdwBin           parent_instance;

  GtkLabel        *title;
  GtkGrid         *modes;
  GtkBox          *fields;
  YsFormulaEntry  *formula;
  YsCasesList     *cases;
  GtkWidget       *chart;
  GtkLabel        *sentence;
  GtkLabel        *problem;
  GtkWidget       *more;
  GtkDropDown     *shape;
  GtkDropDown     *bounds;
  YsNumberEntry   *confidence;

  GtkToggleButton *buttons[N_MODES];
  GtkWidget       *boxes[YS_N_NUMBERS];   /* label and entry; NULL for confidence */
  YsNumberEntry   *entries[YS_N_NUMBERS];

  YsUnit           unit;
  char            *currency;
  YsScenario      *scenario;
  YsEstimate      *estimate;
  Mode             mode;
  gboolean         said_hard; /* bounds were given although they are what counts anyway */
  gboolean         setting;
};

enum
{
  PROP_0,
  PROP_ESTIMATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (YsEstimateEditor, ys_estimate_editor, ADW_TYPE_BIN)

static const struct
{
  const char *name;
  guint       numbers;
  YsShapeId   shapes[MOST_SHAPES];
  gsize       n_shapes;
} modes[N_MODES] = {
  [MODE_EXACTLY] = { N_("Exactly"), BIT (EXACTLY), { 0 }, 0 },
  [MODE_BETWEEN] = { N_("Between"), BIT (LOW) | BIT (HIGH),
                     { YS_SHAPE_UNSET, YS_SHAPE_NORMAL, YS_SHAPE_LOGNORMAL, YS_SHAPE_UNIFORM }, 4 },
  /* Translators: an estimate given by its low, likely and high value */
  [MODE_LIKELY] = { N_("Low–Likely–High"), BIT (LOW) | BIT (LIKELY) | BIT (HIGH),
                    { YS_SHAPE_UNSET, YS_SHAPE_PERT, YS_SHAPE_TRIANGULAR, YS_SHAPE_METALOG }, 4 },
  [MODE_FORMULA] = { N_("Formula"), 0, { 0 }, 0 },
  [MODE_CASES] = { N_("Cases"), 0, { 0 }, 0 },
  /* Translators: an estimate given by the parameters of a distribution */
  [MODE_PARAMETERS] = { N_("Parameters"), 0,
                        { YS_SHAPE_NORMAL, YS_SHAPE_LOGNORMAL, YS_SHAPE_BETA }, 3 },
};

static const struct
{
  const char *name;
  gboolean    plain; /* a number without the unit of the estimate */
} numbers[YS_N_NUMBERS] = {
  [YS_NUMBER_EXACTLY] = { N_("Exactly"), FALSE },
  [YS_NUMBER_LOW] = { N_("Low"), FALSE },
  [YS_NUMBER_LIKELY] = { N_("Likely"), FALSE },
  [YS_NUMBER_HIGH] = { N_("High"), FALSE },
  [YS_NUMBER_MEAN] = { N_("Mean"), FALSE },
  [YS_NUMBER_SD] = { N_("Standard deviation"), FALSE },
  [YS_NUMBER_LOG_MEAN] = { N_("Mean of logarithm"), TRUE },
  [YS_NUMBER_LOG_SD] = { N_("Standard deviation of logarithm"), TRUE },
  [YS_NUMBER_ALPHA] = { N_("Alpha"), TRUE },
  [YS_NUMBER_BETA] = { N_("Beta"), TRUE },
};

/* --- what is asked for ------------------------------------------------------------------------ */

static YsShapeId
get_shape (YsEstimateEditor *self)
{
  guint selected = gtk_drop_down_get_selected (self->shape);

  return selected < modes[self->mode].n_shapes ? modes[self->mode].shapes[selected] : YS_SHAPE_UNSET;
}

/* @optional: (out): those that may stay empty */
static guint
get_numbers (YsEstimateEditor *self,
             guint            *optional)
{
  *optional = 0;
  if (self->mode != MODE_PARAMETERS)
    return modes[self->mode].numbers;

  if (get_shape (self) == YS_SHAPE_NORMAL)
    return BIT (MEAN) | BIT (SD);
  if (get_shape (self) == YS_SHAPE_LOGNORMAL)
    return BIT (LOG_MEAN) | BIT (LOG_SD);

  *optional = BIT (LOW) | BIT (HIGH);
  return BIT (ALPHA) | BIT (BETA) | *optional;
}

static gboolean
ends_may_be_passed (YsEstimateEditor *self)
{
  if (self->mode == MODE_BETWEEN)
    return get_shape (self) != YS_SHAPE_UNIFORM;

  return self->mode == MODE_LIKELY
         && (get_shape (self) == YS_SHAPE_METALOG || gtk_drop_down_get_selected (self->bounds) == 1);
}

static void
show_fields (YsEstimateEditor *self)
{
  guint optional, wanted = get_numbers (self, &optional);

  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (self->boxes[i] != NULL)
      gtk_widget_set_visible (self->boxes[i], (wanted & (1u << i)) != 0);

  gtk_widget_set_visible (GTK_WIDGET (self->fields), wanted != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->formula), self->mode == MODE_FORMULA);
  gtk_widget_set_visible (GTK_WIDGET (self->cases), self->mode == MODE_CASES);
  gtk_widget_set_visible (self->more, modes[self->mode].n_shapes > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->bounds),
                          self->mode == MODE_LIKELY && get_shape (self) != YS_SHAPE_METALOG);
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), ends_may_be_passed (self));
}

/* --- from the fields to an estimate ----------------------------------------------------------- */

static const char *
find_error (YsEstimateEditor *self)
{
  guint optional, wanted = get_numbers (self, &optional);

  for (int i = 0; i < YS_N_NUMBERS; i++)
    if ((wanted & (1u << i)) != 0 && ys_number_entry_get_error (self->entries[i]) != NULL)
      return ys_number_entry_get_error (self->entries[i]);

  if (self->mode == MODE_FORMULA)
    return ys_formula_entry_get_error (self->formula);
  if (self->mode == MODE_CASES)
    return ys_cases_list_get_error (self->cases);

  return ends_may_be_passed (self) ? ys_number_entry_get_error (self->confidence) : NULL;
}

static gboolean
read_numbers (YsEstimateEditor *self,
              YsEstimate       *estimate)
{
  guint optional, wanted = get_numbers (self, &optional);

  for (int i = 0; i < YS_N_NUMBERS; i++)
    {
      double value = self->entries[i] != NULL ? ys_number_entry_get_value (self->entries[i]) : NAN;

      if ((wanted & (1u << i)) == 0)
        continue;
      if (!isnan (value))
        ys_estimate_set_number (estimate, (YsNumber) i, value);
      else if ((optional & (1u << i)) == 0)
        return FALSE;
    }

  return TRUE;
}

static void
read_curve (YsEstimateEditor *self,
            YsEstimate       *estimate)
{
  double confidence = ys_number_entry_get_value (self->confidence);

  estimate->shape = get_shape (self);
  if (ends_may_be_passed (self) && !isnan (confidence))
    ys_estimate_set_number (estimate, YS_NUMBER_CONFIDENCE, confidence);
  if (self->mode != MODE_LIKELY || estimate->shape == YS_SHAPE_METALOG)
    return;

  if (gtk_drop_down_get_selected (self->bounds) == 1)
    estimate->bounds = YS_BOUNDS_LIKELY_RANGE;
  else if (self->said_hard)
    estimate->bounds = YS_BOUNDS_HARD;
}

static gboolean
read_cases (YsEstimateEditor *self,
            YsEstimate       *estimate)
{
  g_autoptr (GArray) cases = ys_cases_list_dup_cases (self->cases);

  if (cases == NULL)
    return FALSE;

  ys_estimate_set_cases (estimate, (const YsCase *) (gpointer) cases->data, cases->len);
  return TRUE;
}

/* NULL while something is still to be filled in. */
static YsEstimate *
read_estimate (YsEstimateEditor *self)
{
  g_autoptr (YsEstimate) estimate = ys_estimate_new ();

  if (self->mode == MODE_CASES)
    return read_cases (self, estimate) ? g_steal_pointer (&estimate) : NULL;

  if (self->mode == MODE_FORMULA)
    {
      estimate->formula = g_strdup (ys_formula_entry_get_formula (self->formula));
      return estimate->formula != NULL ? g_steal_pointer (&estimate) : NULL;
    }

  if (!read_numbers (self, estimate))
    return NULL;

  read_curve (self, estimate);
  return g_steal_pointer (&estimate);
}

/* --- what is shown ---------------------------------------------------------------------------- */

static double
get_tail (const YsEstimate *estimate)
{
  return ys_estimate_has (estimate, YS_NUMBER_CONFIDENCE)
    ? 0.5 * (1.0 - estimate->numbers[YS_NUMBER_CONFIDENCE]) : 0.05;
}

/* FALSE where there is no curve to be seen: nothing, one number, a formula. */
static gboolean
init_curve (YsEstimateEditor *self,
            YsCurve          *curve)
{
  if (self->estimate == NULL || self->estimate->formula != NULL
      || !ys_curve_init (curve, self->estimate, NULL))
    return FALSE;
  if (!ys_curve_is_certain (curve))
    return TRUE;

  ys_curve_clear (curve);
  return FALSE;
}

static void
draw_chart (GtkDrawingArea *area,
            cairo_t        *cr,
            int             width,
            int             height,
            gpointer        data)
{
  YsEstimateEditor *self = data;
  YsChartStyle style;
  YsCurve curve;

  if (!init_curve (self, &curve))
    return;

  ys_theme_init_style (GTK_WIDGET (area), &style);
  ys_estimate_chart_draw (&curve, get_tail (self->estimate), self->unit, self->currency, &style, cr,
                          width, height);
  ys_curve_clear (&curve);
}

static void
show_estimate (YsEstimateEditor *self)
{
  YsCurve curve;
  gboolean has_curve = init_curve (self, &curve);
  g_autofree char *text = self->estimate != NULL
    ? ys_estimate_say (self->estimate, self->unit, self->currency, self->scenario) : NULL;

  if (has_curve)
    ys_curve_clear (&curve);

  gtk_label_set_text (self->sentence, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), text != NULL);
  gtk_widget_set_visible (self->chart, has_curve);
  gtk_widget_queue_draw (self->chart);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
}

/* What counts until then is still drawn, faintly. */
static void
show_problem (YsEstimateEditor *self,
              const char       *problem,
              gboolean          wrong)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);

  gtk_widget_remove_css_class (GTK_WIDGET (self->problem), wrong ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), wrong ? "error" : "dim-label");
  gtk_widget_set_opacity (self->chart, problem != NULL ? 0.4 : 1.0);
  gtk_widget_set_opacity (GTK_WIDGET (self->sentence), problem != NULL ? 0.55 : 1.0);
}

static const char *
say_incomplete (YsEstimateEditor *self)
{
  return self->estimate != NULL ? _("Fill in what is empty; until then, what was said before counts.")
                                : _("Fill in what is empty.");
}

static void
update (YsEstimateEditor *self)
{
  const char *error = find_error (self);
  g_autoptr (YsEstimate) estimate = error == NULL ? read_estimate (self) : NULL;
  g_autofree char *problem =
      estimate != NULL ? ys_estimate_complain (estimate, self->scenario) : NULL;

  if (error != NULL || problem != NULL)
    show_problem (self, error != NULL ? error : problem, TRUE);
  else
    show_problem (self, estimate == NULL ? say_incomplete (self) : NULL, FALSE);
  if (estimate == NULL || problem != NULL || ys_estimate_equal (estimate, self->estimate))
    return;

  g_clear_pointer (&self->estimate, ys_estimate_unref);
  self->estimate = g_steal_pointer (&estimate);
  show_estimate (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ESTIMATE]);
}

/* --- modes ------------------------------------------------------------------------------------ */

static void
fill_shapes (YsEstimateEditor *self,
             YsShapeId         wanted)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (gsize i = 0; i < modes[self->mode].n_shapes; i++)
    {
      const YsShape *shape = ys_shape_find (modes[self->mode].shapes[i]);

      gtk_string_list_append (names, shape != NULL ? _(shape->name) : _("As the numbers suggest"));
      if (modes[self->mode].shapes[i] == wanted)
        selected = (guint) i;
    }

  gtk_drop_down_set_model (self->shape, G_LIST_MODEL (names));
  if (modes[self->mode].n_shapes > 0)
    gtk_drop_down_set_selected (self->shape, selected);
}

static void
set_mode (YsEstimateEditor *self,
          Mode              mode,
          YsShapeId         shape)
{
  gboolean was_setting = self->setting;

  self->setting = TRUE;
  self->mode = mode;
  gtk_toggle_button_set_active (self->buttons[mode], TRUE);
  fill_shapes (self, shape);
  show_fields (self);
  gtk_expander_set_expanded (GTK_EXPANDER (self->more),
                             mode == MODE_PARAMETERS || shape != YS_SHAPE_UNSET);
  self->setting = was_setting;
}

static Mode
find_mode (const YsEstimate *estimate)
{
  if (estimate == NULL)
    return MODE_BETWEEN;
  if (estimate->formula != NULL)
    return MODE_FORMULA;
  if (estimate->n_cases > 0)
    return MODE_CASES;
  if ((estimate->given & (BIT (MEAN) | BIT (LOG_MEAN) | BIT (ALPHA))) != 0)
    return MODE_PARAMETERS;
  if (ys_estimate_has (estimate, YS_NUMBER_LIKELY))
    return MODE_LIKELY;

  return ys_estimate_has (estimate, YS_NUMBER_LOW) ? MODE_BETWEEN : MODE_EXACTLY;
}

/* --- callbacks -------------------------------------------------------------------------------- */

static void
edited_cb (YsEstimateEditor *self)
{
  if (self->setting)
    return;

  show_fields (self);
  update (self);
}

static void
shape_selected_cb (YsEstimateEditor *self)
{
  edited_cb (self);
}

/* Numbers that both ways have in common stay; nothing is made up for the others. */
static void
mode_toggled_cb (YsEstimateEditor *self,
                 GtkToggleButton  *button)
{
  Mode mode = MODE_EXACTLY;

  if (self->setting || !gtk_toggle_button_get_active (button))
    return;

  while (self->buttons[mode] != button)
    mode++;
  set_mode (self, mode, modes[mode].n_shapes > 0 ? modes[mode].shapes[0] : YS_SHAPE_UNSET);
  update (self);
}

/* --- making ----------------------------------------------------------------------------------- */

static void
add_mode (YsEstimateEditor *self,
          Mode              mode)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_(modes[mode].name));

  self->buttons[mode] = GTK_TOGGLE_BUTTON (button);
  if (mode > 0)
    gtk_toggle_button_set_group (self->buttons[mode], self->buttons[0]);
  g_signal_connect_object (button, "toggled", G_CALLBACK (mode_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->modes, button, mode % MODES_A_ROW, mode / MODES_A_ROW, 1, 1);
}

static void
add_number (YsEstimateEditor *self,
            YsNumber          number)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *label = gtk_label_new (_(numbers[number].name));
  GtkWidget *entry = ys_number_entry_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_set_valign (box, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label,
                                  NULL, -1);
  g_signal_connect_object (entry, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (self->fields, box);

  self->boxes[number] = box;
  self->entries[number] = YS_NUMBER_ENTRY (entry);
}

static void
ys_estimate_editor_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  YsEstimateEditor *self = YS_ESTIMATE_EDITOR (object);

  switch (id)
    {
    case PROP_ESTIMATE:
      g_value_set_pointer (value, self->estimate);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ys_estimate_editor_finalize (GObject *object)
{
  YsEstimateEditor *self = YS_ESTIMATE_EDITOR (object);

  g_clear_pointer (&self->scenario, ys_scenario_unref);
  g_clear_pointer (&self->estimate, ys_estimate_unref);
  g_clear_pointer (&self->currency, g_free);

  G_OBJECT_CLASS (ys_estimate_editor_parent_class)->finalize (object);
}

static void
ys_estimate_editor_class_init (YsEstimateEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ys_estimate_editor_get_property;
  object_class->finalize = ys_estimate_editor_finalize;

  properties[PROP_ESTIMATE] = g_param_spec_pointer ("estimate", NULL, NULL,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS
                                                    | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (YS_TYPE_CASES_LIST);
  g_type_ensure (YS_TYPE_FORMULA_ENTRY);
  g_type_ensure (YS_TYPE_NUMBER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, YS_RESOURCES "ys-estimate-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, title);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, modes);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, fields);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, formula);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, cases);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, chart);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, sentence);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, problem);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, more);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, shape);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, bounds);
  gtk_widget_class_bind_template_child (widget_class, YsEstimateEditor, confidence);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_selected_cb);
}

static void
ys_estimate_editor_init (YsEstimateEditor *self)
{
  g_autofree char *usual = NULL;

  self->setting = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < N_MODES; i++)
    add_mode (self, (Mode) i);
  for (int i = 0; i < YS_N_NUMBERS; i++)
    if (numbers[i].name != NULL)
      add_number (self, (YsNumber) i);

  ys_number_entry_set_unit (self->confidence, YS_UNIT_FRACTION, NULL);
  usual = ys_format_for_editing (0.9, YS_UNIT_FRACTION);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->confidence), usual);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->chart), draw_chart, self, NULL);
  ys_theme_watch (self->chart);
  self->setting = FALSE;

  ys_estimate_editor_edit (self, NULL, NULL, YS_UNIT_NUMBER, NULL, NULL);
}

GtkWidget *
ys_estimate_editor_new (void)
{
  return g_object_new (YS_TYPE_ESTIMATE_EDITOR, NULL);
}

static void
fill_fields (YsEstimateEditor *self,
             const YsEstimate *estimate)
{
  for (int i = 0; i < YS_N_NUMBERS; i++)
    {
      YsNumberEntry *entry = i == YS_NUMBER_CONFIDENCE ? self->confidence : self->entries[i];
      gboolean given = estimate != NULL && ys_estimate_has (estimate, (YsNumber) i);

      if (i != YS_NUMBER_CONFIDENCE)
        ys_number_entry_set_unit (entry, numbers[i].plain ? YS_UNIT_NUMBER : self->unit,
                                  self->currency);
      ys_number_entry_set_value (entry, given ? estimate->numbers[i] : NAN);
    }

  gtk_drop_down_set_selected (self->bounds, estimate != NULL
                                            && estimate->bounds == YS_BOUNDS_LIKELY_RANGE);
  ys_formula_entry_edit (self->formula, estimate != NULL ? estimate->formula : NULL, self->scenario);
  ys_cases_list_edit (self->cases, estimate != NULL ? estimate->cases : NULL,
                      estimate != NULL ? estimate->n_cases : 0, self->unit, self->currency);
}

void
ys_estimate_editor_edit (YsEstimateEditor *self,
                         const char       *title,
                         const YsEstimate *estimate,
                         YsUnit            unit,
                         const char       *currency,
                         const YsScenario *scenario)
{
  YsEstimate *own = estimate != NULL ? ys_estimate_ref (estimate) : NULL;
  YsScenario *own_scenario = scenario != NULL ? ys_scenario_ref (scenario) : NULL;
  char *own_currency = g_strdup (currency);

  g_return_if_fail (YS_IS_ESTIMATE_EDITOR (self));

  g_clear_pointer (&self->estimate, ys_estimate_unref);
  g_clear_pointer (&self->scenario, ys_scenario_unref);
  g_clear_pointer (&self->currency, g_free);
  self->estimate = own;
  self->scenario = own_scenario;
  self->currency = own_currency;
  self->unit = unit;
  self->said_hard = own != NULL && own->bounds == YS_BOUNDS_HARD;

  gtk_label_set_text (self->title, title != NULL ? title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->title), title != NULL);
  self->setting = TRUE;
  fill_fields (self, own);
  self->setting = FALSE;
  set_mode (self, find_mode (own), own != NULL ? own->shape : YS_SHAPE_UNSET);
  show_estimate (self);
  show_problem (self, own == NULL ? say_incomplete (self) : NULL, FALSE);
}

const YsEstimate *
ys_estimate_editor_get_estimate (YsEstimateEditor *self)
{
  g_return_val_if_fail (YS_IS_ESTIMATE_EDITOR (self), NULL);

  return self->estimate;
}
